package io.cgroups.testkit;

import io.cgroups.Errno;
import java.util.BitSet;

/** The cpuset controller of v2, on two CPUs and one memory node: lists that may be empty, effective ones that never are. */
final class V2CpusetFiles implements MemController {
    static final int CPUS = 2;

    /** More nodes than there are: the kernel can name them, and refuses them only then. */
    private static final int MAX_NODES = 1024;

    /** What one group wants. */
    static final class State {
        private BitSet cpus = new BitSet();
        private BitSet mems = new BitSet();

        BitSet cpus() {
            return cpus;
        }

        void setCpus(BitSet wanted) {
            cpus = wanted;
        }
    }

    @Override
    public void populate(MemGroup group) {
        State state = group.keep(new State());
        group.file("cpuset.cpus.effective", MemFile.readOnly(() -> line(V2Partition.effectiveCpus(group))));
        group.file("cpuset.mems.effective", MemFile.readOnly(() -> line(effectiveMems(group))));
        V2Partition.populate(group);
        if (group.isRoot()) {
            return;
        }
        group.file("cpuset.cpus", MemFile.of(() -> line(state.cpus), text -> {
            BitSet wanted = IdRanges.parse(text, CPUS);
            checkNotEmptied(group, state.cpus, wanted);
            V2Partition.setCpus(group, wanted);
        }));
        group.file("cpuset.mems", MemFile.of(() -> line(state.mems), text -> {
            BitSet wanted = IdRanges.parse(text, MAX_NODES);
            if (wanted.length() > 1) {
                throw new KernelRefusal(Errno.EINVAL);
            }
            checkNotEmptied(group, state.mems, wanted);
            state.mems = wanted;
        }));
    }

    /** An empty list is an empty line, not an empty text. */
    private static String line(BitSet ids) {
        return IdRanges.format(ids) + "\n";
    }

    /** What members were given is not taken from them, although an empty list at the start means that of the group above. */
    private static void checkNotEmptied(MemGroup group, BitSet present, BitSet wanted) {
        if (!present.isEmpty() && wanted.isEmpty() && group.isPopulated()) {
            throw new KernelRefusal(Errno.ENOSPC);
        }
    }

    /** There is one node, which every group can use. */
    private static BitSet effectiveMems(MemGroup group) {
        BitSet mems = (BitSet) group.state(State.class).mems.clone();
        mems.set(0);
        return mems;
    }

    @Override
    public void checkAttach(MemGroup group) {
        if (V2Partition.effectiveCpus(group).isEmpty()) {
            throw new KernelRefusal(Errno.ENOSPC);
        }
    }
}
