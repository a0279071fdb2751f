package io.cgroups.testkit;

import io.cgroups.Errno;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The memory controller of v1: limits with their checks, usage that a test sets, behaviour when memory runs out. */
final class V1MemoryFiles implements MemController {
    static final long PAGE = 4096;

    /** What the kernel itself needs for a group, and charges to the one above. */
    static final long GROUP_SIZE = 3 * PAGE;

    private static final int DEFAULT_SWAPPINESS = 60;
    private static final int MAX_SWAPPINESS = 200;

    /** What one group has. */
    static final class State {
        private final V1Counter memory;
        private final V1Counter memoryAndSwap;
        private long softLimit;
        private long swappiness;
        private boolean oomKillDisabled;
        private boolean underOom;
        private long oomKills;
        private long ooms;
        private long used;

        private State(V1Counter memory, V1Counter memoryAndSwap) {
            this.memory = memory;
            this.memoryAndSwap = memoryAndSwap;
            this.softLimit = memory.pages().unlimited();
            this.swappiness = DEFAULT_SWAPPINESS;
        }

        private static State root() {
            return new State(new V1Counter(null, PAGE), new V1Counter(null, PAGE));
        }

        private State child() {
            memory.pages().chargeAlways(GROUP_SIZE);
            memoryAndSwap.pages().chargeAlways(GROUP_SIZE);
            State child = new State(new V1Counter(memory, PAGE), new V1Counter(memoryAndSwap, PAGE));
            child.swappiness = swappiness;
            child.oomKillDisabled = oomKillDisabled;
            return child;
        }

        /**
         * Lets the members of this group use so much memory; if a limit stands in the way they keep what they had, and
         * one is killed or waits.
         */
        boolean setUsage(long bytes) {
            long more = bytes - used;
            // Of equal limits, the kernel charges that of both first; a smaller one is met first by whoever grows.
            boolean memoryFirst =
                    memory.pages().effectiveLimit() < memoryAndSwap.pages().effectiveLimit();
            V1Counter first = memoryFirst ? memory : memoryAndSwap;
            boolean fits = first.charge(more);
            if (fits && !(memoryFirst ? memoryAndSwap : memory).charge(more)) {
                first.pages().chargeAlways(-more);
                fits = false;
            }
            used = fits ? bytes : used;
            underOom = !fits && oomKillDisabled;
            ooms += fits ? 0 : 1;
            oomKills += fits || oomKillDisabled ? 0 : 1;
            return fits;
        }

        /** How often memory has run out, which is what listeners are told of. */
        long ooms() {
            return ooms;
        }

        PageCounter pages() {
            return memory.pages();
        }

        /** Parses a size as for a limit. */
        long parse(String text) {
            return memory.parse(text);
        }

        private String oomControl() {
            return "oom_kill_disable " + (oomKillDisabled ? 1 : 0) + "\nunder_oom " + (underOom ? 1 : 0) + "\noom_kill "
                    + oomKills;
        }
    }

    @Override
    public void populate(MemGroup group) {
        State state = group.keep(
                group.parent().map(parent -> parent.state(State.class).child()).orElseGet(State::root));
        // The kernel checks the order of both limits before it looks at the usage.
        state.memory.addFiles(
                group,
                "memory.",
                wanted -> wanted <= state.memoryAndSwap.pages().limit());
        state.memoryAndSwap.addFiles(
                group, "memory.memsw.", wanted -> wanted >= state.memory.pages().limit());
        group.file("memory.soft_limit_in_bytes", MemFile.of(() -> Long.toString(state.softLimit), text -> {
            refuseRoot(group);
            state.softLimit = state.memory.parse(text);
        }));
        group.file(
                "memory.swappiness",
                MemFile.of(
                        () -> Long.toString(state.swappiness),
                        text -> state.swappiness = KernelText.number(text, 0, MAX_SWAPPINESS)));
        group.file("memory.oom_control", MemFile.of(state::oomControl, text -> {
            refuseRoot(group);
            state.oomKillDisabled = KernelText.number(text, 0, 1) == 1;
            state.underOom &= state.oomKillDisabled;
        }));
        group.file("cgroup.event_control", MemFile.writeOnly(V1MemoryFiles::refuseDescriptors));
        group.file("memory.force_empty", MemFile.writeOnly(text -> refuseRoot(group)));
        group.file("memory.stat", MemFile.readOnly(() -> stat(group, state)));
        group.file("memory.numa_stat", MemFile.readOnly(() -> numaStat(group, state)));
    }

    /** There are no descriptors that a text could name; listeners are added by way of the gate. */
    private static void refuseDescriptors(String text) {
        throw new KernelRefusal(text.matches("\\d+ \\d+( .*)?") ? Errno.EBADF : Errno.EINVAL);
    }

    private static void refuseRoot(MemGroup group) {
        if (group.isRoot()) {
            throw new KernelRefusal(Errno.EINVAL);
        }
    }

    private static long usedBelow(MemGroup group) {
        return group.subtree().stream()
                .mapToLong(each -> each.state(State.class).used)
                .sum();
    }

    /** In pages, and without the memory of the kernel. */
    private static String numaStat(MemGroup group, State state) {
        return nodeLines("", state.used / PAGE) + "\n" + nodeLines("hierarchical_", usedBelow(group) / PAGE);
    }

    private static String nodeLines(String prefix, long pages) {
        return Stream.of("total=" + pages, "file=0", "anon=" + pages, "unevictable=0")
                .map(line -> prefix + line + " N0=" + line.split("=", 2)[1])
                .collect(Collectors.joining("\n"));
    }

    private static String stat(MemGroup group, State state) {
        long below = usedBelow(group);
        return String.join(
                "\n",
                "cache 0",
                "rss " + state.used,
                "mapped_file 0",
                "swap 0",
                "inactive_file 0",
                "hierarchical_memory_limit " + state.memory.pages().effectiveLimit(),
                "hierarchical_memsw_limit " + state.memoryAndSwap.pages().effectiveLimit(),
                "total_cache 0",
                "total_rss " + below,
                "total_mapped_file 0",
                "total_swap 0",
                "total_inactive_file 0");
    }
}
