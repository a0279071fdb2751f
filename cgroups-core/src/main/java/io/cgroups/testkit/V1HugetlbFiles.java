package io.cgroups.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The hugetlb controller of v1 with the page sizes of x86-64; usage is what a test charges. */
final class V1HugetlbFiles implements MemController {
    private static final Map<String, Long> PAGES = Map.of("2MB", 2L << 20, "1GB", 1L << 30);

    /** What one group has. */
    static final class State {
        private final Map<String, V1Counter> counters = new LinkedHashMap<>();

        /** The counter of a page size such as {@code 2MB}, or of its reservations such as {@code 2MB.rsvd}. */
        V1Counter counter(String name) {
            return Optional.ofNullable(counters.get(name)).orElseThrow();
        }
    }

    @Override
    public void populate(MemGroup group) {
        State state = group.keep(new State());
        PAGES.forEach((page, size) -> {
            add(group, state, page, size);
            add(group, state, page + ".rsvd", size);
            group.file("hugetlb." + page + ".numa_stat", MemFile.readOnly(() -> {
                long below = state.counter(page).pages().usage();
                long usage = below
                        - group.children().values().stream()
                                .mapToLong(child -> child.state(State.class)
                                        .counter(page)
                                        .pages()
                                        .usage())
                                .sum();
                return "total=" + usage + " N0=" + usage + "\nhierarchical_total=" + below + " N0=" + below;
            }));
        });
    }

    private static void add(MemGroup group, State state, String name, long size) {
        V1Counter above = group.parent()
                .map(parent -> parent.state(State.class).counter(name))
                .orElse(null);
        V1Counter counter = new V1Counter(above, group.isRoot() ? V1MemoryFiles.PAGE : size);
        state.counters.put(name, counter);
        counter.addFiles(group, "hugetlb." + name + ".", wanted -> true);
    }
}
