package io.cgroups.testkit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The memory of one v2 group: what its members use, and what is reclaimed where a limit is met, which can only be page
 * cache.
 */
final class V2Memory {
    /** What the kernel itself needs for a group, and charges to the one above. */
    private static final long GROUP_SIZE = V1MemoryFiles.GROUP_SIZE;

    private final MemGroup group;
    private final Optional<V2Memory> parent;
    private final PageCounter pages;
    private final V2Swap swap;
    private final V2Events events;
    private long high;
    private boolean killsAll;
    private long anonymous;
    private long cache;

    V2Memory(MemGroup group) {
        this.group = group;
        this.parent = group.parent().map(above -> above.state(V2Memory.class));
        this.pages = new PageCounter(parent.map(V2Memory::pages).orElse(null), V1MemoryFiles.PAGE);
        this.swap = new V2Swap(parent.map(V2Memory::swap));
        this.events = new V2Events(
                parent.map(V2Memory::events), List.of("low", "high", "max", "oom", "oom_kill", "oom_group_kill"));
        this.high = pages.unlimited();
        parent.ifPresent(above -> above.pages.chargeAlways(GROUP_SIZE));
    }

    /** Gives back everything that is charged above. */
    void release() {
        pages.chargeAlways(-anonymous - cache);
        swap.use(0);
        parent.ifPresent(above -> above.pages.chargeAlways(-GROUP_SIZE));
    }

    /** The memory of a group and of those below that have the controller. */
    static Stream<V2Memory> below(MemGroup group) {
        return group.subtree().stream().flatMap(each -> each.find(V2Memory.class).stream());
    }

    MemGroup group() {
        return group;
    }

    PageCounter pages() {
        return pages;
    }

    V2Swap swap() {
        return swap;
    }

    V2Events events() {
        return events;
    }

    boolean killsAll() {
        return killsAll;
    }

    void setKillsAll(boolean all) {
        killsAll = all;
    }

    long high() {
        return high;
    }

    long anonymous() {
        return anonymous;
    }

    long cache() {
        return cache;
    }

    /** Lets members use so much anonymous memory; where a limit stands in the way somebody is killed. */
    boolean use(long bytes) {
        Optional<V2Memory> full = charge(bytes - anonymous);
        if (full.isEmpty()) {
            anonymous = bytes;
        }
        full.ifPresent(V2OomKiller::outOfMemory);
        return full.isEmpty();
    }

    void freeAnonymous() {
        pages.chargeAlways(-anonymous);
        anonymous = 0;
    }

    /** Lets members read or write files, which stay in memory unless a limit stands in the way. */
    void fillCache(long bytes) {
        if (charge(bytes - cache).isEmpty()) {
            cache = bytes;
        }
    }

    /** Charges, reclaiming where a limit is met; returns the group whose limit stands in the way all the same. */
    private Optional<V2Memory> charge(long bytes) {
        Optional<V2Memory> met = pages.charge(bytes).map(this::owner);
        while (met.isPresent()) {
            met.get().events.count("max");
            if (met.get().reclaim(bytes) == 0) {
                return met;
            }
            met = pages.charge(bytes).map(this::owner);
        }
        for (Optional<V2Memory> at = Optional.of(this); at.isPresent() && bytes > 0; at = at.get().parent) {
            if (at.get().pages.usage() > at.get().high) {
                at.get().events.count("high");
            }
        }
        return met;
    }

    private V2Memory owner(PageCounter counter) {
        return counter == pages ? this : parent.orElseThrow().owner(counter);
    }

    /** Takes back so much page cache from this group and those below, or what there is; returns how much it was. */
    long reclaim(long bytes) {
        long left = bytes;
        for (V2Memory each : below(group).toList()) {
            long freed = Math.min(left, each.cache);
            each.cache -= freed;
            each.pages.chargeAlways(-freed);
            left -= freed;
        }
        return bytes - left;
    }

    void setHigh(long bytes) {
        high = bytes;
        reclaim(Math.max(0, pages.usage() - bytes));
    }

    /** Sets the limit whatever the usage: what cannot be reclaimed is freed by killing. */
    void setMax(long bytes) {
        pages.setLimit(bytes);
        reclaim(Math.max(0, pages.usage() - bytes));
        while (pages.usage() > bytes && V2OomKiller.outOfMemory(this)) {
            // the next victim, if there is one
        }
    }
}
