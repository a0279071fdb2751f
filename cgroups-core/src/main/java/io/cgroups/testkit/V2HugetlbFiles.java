package io.cgroups.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The hugetlb controller of v2 with the page sizes of x86-64; usage is what a test charges. */
final class V2HugetlbFiles implements MemController {
    private static final Map<String, Long> PAGES = Map.of("2MB", 2L << 20, "1GB", 1L << 30);
    private static final String NO_LIMIT = "max";
    private static final String EVENT = "max";

    /** What one group has. */
    static final class State {
        private final Map<String, PageCounter> counters = new LinkedHashMap<>();
        private final Map<String, V2Events> events = new LinkedHashMap<>();

        private PageCounter counter(String name) {
            return Optional.ofNullable(counters.get(name)).orElseThrow();
        }

        private V2Events events(String page) {
            return Optional.ofNullable(events.get(page)).orElseThrow();
        }

        /** Lets members take so many bytes in pages of this size; false, and counted, when a limit stands in the way. */
        boolean charge(String page, long bytes) {
            boolean fits = counter(page).charge(bytes).isEmpty();
            if (!fits) {
                // Reservations, named 2MB.rsvd, count with their page size.
                events(page.split("\\.", 2)[0]).count(EVENT);
            }
            return fits;
        }
    }

    @Override
    public void populate(MemGroup group) {
        State state = group.keep(new State());
        PAGES.forEach((page, size) -> {
            String prefix = "hugetlb." + page + ".";
            V2Events events = new V2Events(above(group).map(parent -> parent.events(page)), List.of(EVENT));
            state.events.put(page, events);
            add(group, state, page, size);
            add(group, state, page + ".rsvd", size);
            if (!group.isRoot()) {
                group.file(prefix + "events", events.file());
                group.file(prefix + "events.local", events.localFile());
                group.file(prefix + "numa_stat", MemFile.readOnly(() -> {
                    long usage = state.counter(page).usage();
                    return "total=" + usage + " N0=" + usage;
                }));
            }
        });
    }

    private static Optional<State> above(MemGroup group) {
        return group.parent().map(parent -> parent.state(State.class));
    }

    private static void add(MemGroup group, State state, String name, long size) {
        PageCounter counter =
                new PageCounter(above(group).map(parent -> parent.counter(name)).orElse(null), size);
        state.counters.put(name, counter);
        if (group.isRoot()) {
            return;
        }
        String prefix = "hugetlb." + name + ".";
        group.file(prefix + "current", MemFile.readOnly(() -> Long.toString(counter.usage())));
        group.file(
                prefix + "max",
                MemFile.of(
                        () -> counter.limit() == counter.unlimited() ? NO_LIMIT : Long.toString(counter.limit()),
                        text -> counter.setLimitOverUsage(counter.parse(text, NO_LIMIT))));
    }

    @Override
    public void removed(MemGroup group) {
        group.state(State.class).counters.values().forEach(counter -> counter.chargeAlways(-counter.usage()));
    }
}
