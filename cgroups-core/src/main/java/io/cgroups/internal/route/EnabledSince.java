package io.cgroups.internal.route;

import io.cgroups.spi.GroupDir;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What groups have come to enable for their children since this was made: those from one group up to another above it. None
 * where the second is not above the first.
 */
final class EnabledSince {
    private record Level(GroupDir dir, Set<String> before, Runnable restoration) {}

    private final Host host;
    private final GroupDir top;
    private final GroupDir bottom;
    /** From the bottom up. */
    private final List<Level> levels = new ArrayList<>();

    private EnabledSince(Host host, GroupDir top, GroupDir bottom) {
        this.host = host;
        this.top = top;
        this.bottom = bottom;
    }

    /**
     * Remembers what is enabled.
     *
     * @param top the upper one of two groups of one hierarchy
     * @param bottom the lower one
     */
    static EnabledSince between(Host host, GroupDir top, GroupDir bottom) {
        EnabledSince since = new EnabledSince(host, top, bottom);
        Optional<GroupDir> level = Optional.of(bottom).filter(dir -> dir.path().startsWith(top.path()));
        while (level.isPresent()) {
            since.add(level.get());
            level = level.filter(dir -> !dir.equals(top)).flatMap(GroupDir::parent);
        }
        return since;
    }

    private void add(GroupDir dir) {
        levels.add(new Level(dir, enabled(dir), host.driver(dir.hierarchy()).rememberEnabled(dir)));
    }

    private Set<String> enabled(GroupDir dir) {
        return host.driver(dir.hierarchy()).enabled(dir);
    }

    private Set<String> since(Level level) {
        Set<String> since = new TreeSet<>(enabled(level.dir()));
        since.removeAll(level.before());
        return since;
    }

    /** Whether there is anything to take back. */
    boolean any() {
        return levels.stream().anyMatch(level -> !since(level).isEmpty());
    }

    /**
     * What stands in the way of the upper group's having processes again: what it enables, and groups that rely on it.
     *
     * @param leaving groups that are removed with all below before
     */
    Optional<String> obstacle(Collection<GroupDir> leaving) {
        Set<String> enabled = enabled(top);
        if (enabled.isEmpty() || !host.driver(top.hierarchy()).wantsProcessesInLeaves(top)) {
            return Optional.empty();
        }
        return levels.stream()
                .filter(level -> !leaving.contains(level.dir()))
                .filter(level -> !since(level).isEmpty() || level.dir().equals(top))
                .flatMap(level -> beside(level).stream())
                .findFirst()
                .map(other -> "it enables " + enabled + " for its children, so that it takes no processes, and " + other
                        + " would lose them: delete that group, or move this JVM elsewhere with attachSelf()")
                .or(() -> levels.isEmpty()
                        ? Optional.of(
                                "it enables " + enabled + " for its children, so that it takes no processes: disable"
                                        + " them, or move this JVM elsewhere with attachSelf()")
                        : Optional.empty());
    }

    /** Disables what was enabled since, from the bottom up, as far as no other group may rely on it. */
    void disable() {
        for (Level level : levels) {
            if (!since(level).isEmpty()) {
                if (beside(level).isPresent()) {
                    return;
                }
                level.restoration().run();
            }
        }
    }

    private Optional<GroupDir> beside(Level level) {
        return level.dir().children().stream()
                .filter(child -> !bottom.path().startsWith(child.path()))
                .findFirst();
    }
}
