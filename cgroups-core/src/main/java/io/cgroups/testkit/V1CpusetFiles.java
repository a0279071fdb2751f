package io.cgroups.testkit;

import io.cgroups.Errno;

/** The lists of the cpuset controller of v1: empty in a new group, and an empty set takes no member. */
final class V1CpusetFiles implements MemController {

    /** What one group has. */
    static final class State {
        private String cpus = "";
        private String mems = "";
    }

    @Override
    public void populate(MemGroup group) {
        State state = group.keep(new State());
        if (group.isRoot()) {
            state.cpus = "0-1";
            state.mems = "0";
        }
        group.file("cpuset.cpus", MemFile.of(() -> state.cpus, text -> state.cpus = checked(group, text)));
        group.file("cpuset.mems", MemFile.of(() -> state.mems, text -> state.mems = checked(group, text)));
    }

    private static String checked(MemGroup group, String text) {
        if (!text.matches("(\\d+(-\\d+)?(,\\d+(-\\d+)?)*)?")) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        if (text.isEmpty() && !group.threads().isEmpty()) {
            throw new KernelRefusal(Errno.ENOSPC);
        }
        return text;
    }

    @Override
    public void checkAttach(MemGroup group) {
        State state = group.state(State.class);
        if (state.cpus.isEmpty() || state.mems.isEmpty()) {
            throw new KernelRefusal(Errno.ENOSPC);
        }
    }
}
