package io.cgroups.v1;

import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import io.cgroups.cpuset.CpusetSpec;
import io.cgroups.cpuset.IdSet;
import io.cgroups.cpuset.SchedRelaxDomainLevel;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The order of the writes of a {@link CpusetSpec} on v1.
 *
 * <p>The kernel checks each write against the state of that moment: an exclusive group must not overlap its siblings and
 * cannot be emptied. So the group is made exclusive no more before its sets change, and exclusive after they have.
 */
final class V1CpusetPlan {
    private final GroupDir dir;
    private final CpusetSpec spec;
    private final List<KernelWrite> writes = new ArrayList<>();

    V1CpusetPlan(GroupDir dir, CpusetSpec spec) {
        this.dir = dir;
        this.spec = spec;
    }

    List<KernelWrite> writes() {
        // First, since it decides what a change of the nodes does with the memory there is.
        addFlag(V1Cpuset.MEMORY_MIGRATE, spec.memoryMigrate());
        exclusive(false);
        addSet(V1Cpuset.CPUS, spec.cpus());
        addSet(V1Cpuset.MEMS, spec.mems());
        exclusive(true);
        addFlag(V1Cpuset.MEM_HARDWALL, spec.memHardwall());
        addFlag(V1Cpuset.MEMORY_SPREAD_PAGE, spec.memorySpreadPage());
        addFlag(V1Cpuset.MEMORY_SPREAD_SLAB, spec.memorySpreadSlab());
        addFlag(V1Cpuset.SCHED_LOAD_BALANCE, spec.schedLoadBalance());
        spec.schedRelaxDomainLevel().ifPresent(this::addLevel);
        return List.copyOf(writes);
    }

    private void exclusive(boolean wanted) {
        addExclusive(V1Cpuset.CPU_EXCLUSIVE, V1Cpuset.CPUS, spec.cpuExclusive().filter(flag -> flag == wanted));
        addExclusive(V1Cpuset.MEM_EXCLUSIVE, V1Cpuset.MEMS, spec.memExclusive().filter(flag -> flag == wanted));
    }

    private void addExclusive(String file, String setFile, Optional<Boolean> exclusive) {
        exclusive.ifPresent(flag -> writes.add(KernelWrite.of(dir, file, text(flag))
                .refusedAs(refusal -> new V1CpusetRefusal(dir, setFile, file, refusal).ofExclusive())));
    }

    private void addSet(String file, Optional<IdSet> ids) {
        String exclusiveFile = file.equals(V1Cpuset.CPUS) ? V1Cpuset.CPU_EXCLUSIVE : V1Cpuset.MEM_EXCLUSIVE;
        ids.ifPresent(set -> writes.add(KernelWrite.of(dir, file, text(set))
                .refusedAs(refusal -> new V1CpusetRefusal(dir, file, exclusiveFile, refusal).ofSet(set))));
    }

    private void addFlag(String file, Optional<Boolean> flag) {
        flag.ifPresent(value -> writes.add(KernelWrite.of(dir, file, text(value))));
    }

    private void addLevel(SchedRelaxDomainLevel level) {
        String text = level.level().isPresent() ? level.toString() : V1Cpuset.NO_LEVEL;
        writes.add(
                KernelWrite.of(dir, V1Cpuset.SCHED_RELAX_DOMAIN_LEVEL, text).explainedBy(V1CpusetPlan::explainLevel));
    }

    private static Optional<String> explainLevel(CgroupIoException refusal) {
        return refusal.errno()
                .filter(Errno.EINVAL::equals)
                .map(invalid -> "this machine has fewer levels of scheduling domains");
    }

    private static String text(boolean flag) {
        return flag ? "1" : "0";
    }

    /** An empty text would be no write at all. */
    static String text(IdSet ids) {
        return ids.isEmpty() ? "\n" : ids.toString();
    }
}
