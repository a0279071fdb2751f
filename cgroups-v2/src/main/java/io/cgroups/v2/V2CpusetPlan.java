package io.cgroups.v2;

import io.cgroups.cpuset.CpusetPartition;
import io.cgroups.cpuset.CpusetPartition.Kind;
import io.cgroups.cpuset.CpusetSpec;
import io.cgroups.cpuset.IdSet;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The order of the writes of a {@link CpusetSpec} on v2.
 *
 * <p>A partition takes the CPUs that the group has at that moment, so it is made after them, and given up before they
 * change. One that is invalid stays so when its word is written again, so it is given up and made anew. The kernel takes
 * what makes a partition invalid without a word, so the last write that has to do with it looks at what came of it.
 */
final class V2CpusetPlan {
    private final GroupDir dir;
    private final CpusetSpec spec;
    private final List<KernelWrite> writes = new ArrayList<>();

    V2CpusetPlan(GroupDir dir, CpusetSpec spec) {
        this.dir = dir;
        this.spec = spec;
    }

    List<KernelWrite> writes() {
        boolean changesCpus = spec.cpus().isPresent() || spec.exclusiveCpus().isPresent();
        if (spec.partition().isPresent()) {
            makePartition(spec.partition().get().kind(), changesCpus);
        } else {
            setsOf(changesCpus ? partition() : CpusetPartition.member());
        }
        return List.copyOf(writes);
    }

    private void makePartition(Kind wanted, boolean changesCpus) {
        CpusetPartition present = partition();
        boolean anew = changesCpus || !present.valid();
        Kind before = present.kind();
        if (before != Kind.MEMBER && (anew || wanted == Kind.MEMBER)) {
            writes.add(become(Kind.MEMBER).undoneBy(List.of(become(before))));
            before = Kind.MEMBER;
        }
        setsOf(CpusetPartition.member());
        if (wanted != before) {
            writes.add(become(wanted)
                    .undoneBy(List.of(become(before)))
                    .explainedBy(refusal -> Optional.of(V2CpusetRefusal.PARTITION_RULES))
                    .unlessObjected(this::objection));
        }
    }

    /** The sets, of a group that is a partition or not while they change. */
    private void setsOf(CpusetPartition present) {
        addSet(V2Cpuset.CPUS, spec.cpus(), spec.exclusiveCpus().isPresent() ? CpusetPartition.member() : present);
        addSet(V2Cpuset.MEMS, spec.mems(), CpusetPartition.member());
        addSet(V2Cpuset.EXCLUSIVE, spec.exclusiveCpus(), present);
    }

    private void addSet(String file, Optional<IdSet> ids, CpusetPartition kept) {
        ids.map(set -> write(file, set))
                .map(write -> kept.kind() == Kind.MEMBER || !kept.valid() ? write : keeping(kept.kind(), write))
                .ifPresent(writes::add);
    }

    private KernelWrite write(String file, IdSet set) {
        return KernelWrite.of(dir, file, text(set))
                .explainedBy(refusal -> new V2CpusetRefusal(dir, file, set).hint(refusal));
    }

    /** The old set alone does not make a partition valid again, not on every kernel. */
    private KernelWrite keeping(Kind kind, KernelWrite write) {
        List<KernelWrite> back = new ArrayList<>(List.of(become(Kind.MEMBER)));
        back.addAll(write.inverse());
        back.add(become(kind));
        return write.undoneBy(back).unlessObjected(this::objection);
    }

    private KernelWrite become(Kind kind) {
        return KernelWrite.of(dir, V2Cpuset.PARTITION, kind.text());
    }

    private Optional<String> objection() {
        CpusetPartition made = partition();
        return made.valid()
                ? Optional.empty()
                : Optional.of("the kernel made it \"" + made + "\"; " + V2CpusetRefusal.PARTITION_RULES);
    }

    private CpusetPartition partition() {
        return dir.readIfPresent(V2Cpuset.PARTITION)
                .map(text -> V2CpusetPartition.parse(dir.file(V2Cpuset.PARTITION), text))
                .orElse(CpusetPartition.member());
    }

    /** An empty text would be no write at all. */
    private static String text(IdSet ids) {
        return ids.isEmpty() ? "\n" : ids.toString();
    }
}
