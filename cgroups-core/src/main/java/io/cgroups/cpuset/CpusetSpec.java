package io.cgroups.cpuset;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.ControllerSpec;
import io.cgroups.InvalidValueException;
import io.cgroups.spi.KernelWrite;
import java.util.List;
import java.util.Optional;

/**
 * What can be set of the cpuset controller; a setting that is absent stays as it is. Immutable.
 *
 * @param cpus the CPUs members may run on; see {@link Builder#cpus}
 * @param mems the memory nodes members may take memory from; see {@link Builder#mems}
 * @param cpuExclusive whether siblings may have none of its CPUs; see {@link Builder#cpuExclusive}
 * @param memExclusive whether siblings may have none of its memory nodes; see {@link Builder#memExclusive}
 * @param memHardwall whether memory of the kernel for members stays within its nodes; see {@link Builder#memHardwall}
 * @param memoryMigrate whether memory moves along when the nodes change; see {@link Builder#memoryMigrate}
 * @param schedLoadBalance whether the scheduler balances load between its CPUs; see {@link Builder#schedLoadBalance}
 * @param memorySpreadPage whether file cache is spread over its nodes; see {@link Builder#memorySpreadPage}
 * @param memorySpreadSlab whether caches of inodes and directory entries are spread over its nodes; see {@link Builder#memorySpreadSlab}
 * @param schedRelaxDomainLevel how far the scheduler looks for idle CPUs; see {@link Builder#schedRelaxDomainLevel}
 * @param exclusiveCpus the CPUs that a partition here or below may take; see {@link Builder#exclusiveCpus}
 * @param partition whether the group takes its CPUs away from others; see {@link Builder#partition}
 */
public record CpusetSpec(
        Optional<IdSet> cpus,
        Optional<IdSet> mems,
        Optional<Boolean> cpuExclusive,
        Optional<Boolean> memExclusive,
        Optional<Boolean> memHardwall,
        Optional<Boolean> memoryMigrate,
        Optional<Boolean> schedLoadBalance,
        Optional<Boolean> memorySpreadPage,
        Optional<Boolean> memorySpreadSlab,
        Optional<SchedRelaxDomainLevel> schedRelaxDomainLevel,
        Optional<IdSet> exclusiveCpus,
        Optional<CpusetPartition> partition)
        implements ControllerSpec {

    /**
     * Starts a specification that mentions nothing.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Controller controller() {
        return Controller.CPUSET;
    }

    @Override
    public List<KernelWrite> planFor(Cgroup group) {
        return group.cpuset().plan(this);
    }

    /** Collects settings. Not safe for use by several threads. */
    public static final class Builder {
        private Optional<IdSet> cpus = Optional.empty();
        private Optional<IdSet> mems = Optional.empty();
        private Optional<Boolean> cpuExclusive = Optional.empty();
        private Optional<Boolean> memExclusive = Optional.empty();
        private Optional<Boolean> memHardwall = Optional.empty();
        private Optional<Boolean> memoryMigrate = Optional.empty();
        private Optional<Boolean> schedLoadBalance = Optional.empty();
        private Optional<Boolean> memorySpreadPage = Optional.empty();
        private Optional<Boolean> memorySpreadSlab = Optional.empty();
        private Optional<SchedRelaxDomainLevel> schedRelaxDomainLevel = Optional.empty();
        private Optional<IdSet> exclusiveCpus = Optional.empty();
        private Optional<CpusetPartition> partition = Optional.empty();

        private Builder() {}

        /**
         * Sets the CPUs members may run on. Before Linux 6.2 an affinity that members had given themselves is forgotten
         * by this and by moving into the group; since then it is kept and holds again as far as the group's CPUs allow.
         *
         * @param cpus CPUs of the machine; empty only without members; v1 and v2 {@code cpuset.cpus}. On v1 the group above
         *     must have them all and the groups below no others, and this library gives a new group those of the group above.
         *     On v2 a new group has none, which means those of the group above, and of others those count that the group above
         *     has; see {@link CpusetController#effectiveCpus}
         * @return this
         */
        public Builder cpus(IdSet cpus) {
            this.cpus = Optional.of(cpus);
            return this;
        }

        /**
         * Sets the memory nodes members may take memory from.
         *
         * @param mems nodes of the machine; empty only without members; v1 and v2 {@code cpuset.mems}, with the same
         *     difference as {@link #cpus}
         * @return this
         */
        public Builder mems(IdSet mems) {
            this.mems = Optional.of(mems);
            return this;
        }

        /**
         * Keeps the CPUs of the group from its siblings; the groups below may still share them.
         *
         * @param exclusive default false; v1 {@code cpuset.cpu_exclusive}, which needs a group above that is exclusive, and siblings without any of
         *     these CPUs; v2 has none, see {@link #partition}
         * @return this
         */
        public Builder cpuExclusive(boolean exclusive) {
            this.cpuExclusive = Optional.of(exclusive);
            return this;
        }

        /**
         * Keeps the memory nodes of the group from its siblings, and memory of the kernel that is allocated for members too.
         *
         * @param exclusive default false; v1 {@code cpuset.mem_exclusive}, which needs a group above that is exclusive, and siblings without any of
         *     these nodes; v2 has none
         * @return this
         */
        public Builder memExclusive(boolean exclusive) {
            this.memExclusive = Optional.of(exclusive);
            return this;
        }

        /**
         * Keeps memory of the kernel that is allocated for members, such as file cache, within the memory nodes of the group.
         *
         * @param hardwall default false; v1 {@code cpuset.mem_hardwall}; v2 has none
         * @return this
         */
        public Builder memHardwall(boolean hardwall) {
            this.memHardwall = Optional.of(hardwall);
            return this;
        }

        /**
         * Lets the memory of members move along when the memory nodes change or a process is moved into the group. Takes effect
         * before a change of the nodes in the same specification.
         *
         * @param migrate default false; v1 {@code cpuset.memory_migrate}; v2 has none, memory moves always
         * @return this
         */
        public Builder memoryMigrate(boolean migrate) {
            this.memoryMigrate = Optional.of(migrate);
            return this;
        }

        /**
         * Lets the scheduler balance the load between the CPUs of the group. Has an effect only where no group above does so.
         *
         * @param balanced default true; v1 {@code cpuset.sched_load_balance}; v2 has none, see
         *     {@link #partition}
         * @return this
         */
        public Builder schedLoadBalance(boolean balanced) {
            this.schedLoadBalance = Optional.of(balanced);
            return this;
        }

        /**
         * Spreads the file cache of members evenly over the memory nodes, instead of putting it where the member runs.
         *
         * @param spread a new group has that of the one above, usually false; v1 {@code cpuset.memory_spread_page}; v2 has none
         * @return this
         */
        public Builder memorySpreadPage(boolean spread) {
            this.memorySpreadPage = Optional.of(spread);
            return this;
        }

        /**
         * Spreads some caches of the kernel, such as those of inodes and directory entries, evenly over the memory nodes; without
         * effect since Linux 6.8, which has no allocator that does it.
         *
         * @param spread a new group has that of the one above, usually false; v1 {@code cpuset.memory_spread_slab}; v2 has none
         * @return this
         */
        public Builder memorySpreadSlab(boolean spread) {
            this.memorySpreadSlab = Optional.of(spread);
            return this;
        }

        /**
         * Sets how far the scheduler looks for idle CPUs and for work. Has an effect only where the load is balanced.
         *
         * @param level the kernel refuses more than the machine has; the system's default in a new group; v1
         *     {@code cpuset.sched_relax_domain_level} (the default is -1); v2 has none
         * @return this
         */
        public Builder schedRelaxDomainLevel(SchedRelaxDomainLevel level) {
            this.schedRelaxDomainLevel = Optional.of(level);
            return this;
        }

        /**
         * Names the CPUs that a partition may take, where they are to be others than {@link #cpus}. A partition below a group
         * that is none needs them in every group on the way.
         *
         * @param cpus none in a new group, which means those of {@link #cpus}; no group beside may have any of them; v2
         *     {@code cpuset.cpus.exclusive} since Linux 6.7; v1 has none, see {@link #cpuExclusive}
         * @return this
         */
        public Builder exclusiveCpus(IdSet cpus) {
            this.exclusiveCpus = Optional.of(cpus);
            return this;
        }

        /**
         * Takes the CPUs of the group away from all groups that are not below it, or gives them back. The kernel takes the word
         * also where it cannot do it, and shows the reason only when it is read back; here that, and a change of the CPUs of a
         * partition that would make it invalid, is a
         * {@link io.cgroups.ValueRejectedException} with that reason, and the group is what it was before. A partition that was
         * invalid already is made anew.
         *
         * @param partition a valid one, default {@link CpusetPartition#member()}; needs CPUs that no group beside lists, a group
         *     above that is a partition or the root, and a CPU left for it if it has members; v2 {@code cpuset.cpus.partition}
         *     since Linux 5.0, {@link CpusetPartition#isolated()} since Linux 6.1; v1 has none, see {@link #cpuExclusive}
         * @return this
         * @throws InvalidValueException if it is invalid
         */
        public Builder partition(CpusetPartition partition) {
            if (!partition.valid()) {
                throw new InvalidValueException(
                        "cpuset.cpus.partition", partition, "only the kernel makes a partition invalid");
            }
            this.partition = Optional.of(partition);
            return this;
        }

        /**
         * Makes the specification.
         *
         * @return an immutable copy of what was set
         */
        public CpusetSpec build() {
            return new CpusetSpec(
                    cpus,
                    mems,
                    cpuExclusive,
                    memExclusive,
                    memHardwall,
                    memoryMigrate,
                    schedLoadBalance,
                    memorySpreadPage,
                    memorySpreadSlab,
                    schedRelaxDomainLevel,
                    exclusiveCpus,
                    partition);
        }
    }
}
