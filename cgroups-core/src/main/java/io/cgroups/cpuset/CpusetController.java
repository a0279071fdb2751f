package io.cgroups.cpuset;

import io.cgroups.CgroupIoException;
import io.cgroups.ControllerFacet;
import io.cgroups.UnsupportedSettingException;

/**
 * The CPUs and memory nodes of a group, and how the scheduler and the page allocator treat its members.
 *
 * <p>The setters are one-part specifications, see {@link CpusetSpec}; each call returns this, and throws
 * {@link CgroupIoException} if the kernel refuses and {@link UnsupportedSettingException} if it has no such setting, and
 * then has changed nothing. A set that does not fit the groups above, below or beside is a
 * {@link io.cgroups.ValueRejectedException} or, when groups below still use what is taken away, a
 * {@link io.cgroups.CgroupBusyException}; the hint names the group that stands in the way.
 */
public interface CpusetController extends ControllerFacet<CpusetSpec, CpusetController> {

    /**
     * Reads the CPUs; v1 and v2 {@code cpuset.cpus}.
     *
     * @return the CPUs members may run on; on v2 none where the group has those of the one above, see
     *     {@link #effectiveCpus}
     */
    IdSet cpus();

    /**
     * Reads the memory nodes; v1 and v2 {@code cpuset.mems}.
     *
     * @return the memory nodes members may take memory from; on v2 none where the group has those of the one above, see
     *     {@link #effectiveMems}
     */
    IdSet mems();

    /**
     * Reads the CPUs that are left when those that are offline, and on v2 those that the group above does not have or a
     * partition has, are taken away; v1 {@code cpuset.effective_cpus} since
     * Linux 3.17, v2 {@code cpuset.cpus.effective}.
     *
     * @return the CPUs members do run on
     */
    IdSet effectiveCpus();

    /**
     * Reads the CPUs members run on, whether the group itself has the cpuset controller or one above; v1
     * {@code cpuset.effective_cpus}, before Linux 3.17 {@code cpuset.cpus}, v2 {@code cpuset.cpus.effective} of the nearest
     * group that has it.
     *
     * @return the CPUs
     */
    IdSet availableCpus();

    /**
     * Reads the memory nodes that are left when those that are offline, and on v2 those that the group above does not
     * have, are taken away; v1 {@code cpuset.effective_mems} since Linux 3.17, v2 {@code cpuset.mems.effective}.
     *
     * @return the memory nodes members do take memory from
     */
    IdSet effectiveMems();

    /**
     * Reads how often members had to reclaim memory themselves because their nodes had none free; v1
     * {@code cpuset.memory_pressure}, v2 has none.
     *
     * @return a thousand times the number for each second, as a mean that fades by half in 10 seconds; 0 as long as
     *     {@code cpuset.memory_pressure_enabled} of the root is off, which is its default
     */
    long memoryPressure();

    /**
     * Reads what members can use, and how short of memory they are.
     *
     * @return a snapshot of several files read one after the other
     */
    CpusetStats stats();

    /**
     * Reads whether siblings may have none of its CPUs; v1 {@code cpuset.cpu_exclusive}.
     *
     * @return see {@link CpusetSpec.Builder#cpuExclusive}
     */
    boolean cpuExclusive();

    /**
     * Reads whether siblings may have none of its memory nodes; v1 {@code cpuset.mem_exclusive}.
     *
     * @return see {@link CpusetSpec.Builder#memExclusive}
     */
    boolean memExclusive();

    /**
     * Reads whether memory of the kernel for members stays within its nodes; v1 {@code cpuset.mem_hardwall}.
     *
     * @return see {@link CpusetSpec.Builder#memHardwall}
     */
    boolean memHardwall();

    /**
     * Reads whether memory moves along when the nodes change; v1 {@code cpuset.memory_migrate}.
     *
     * @return see {@link CpusetSpec.Builder#memoryMigrate}
     */
    boolean memoryMigrate();

    /**
     * Reads whether the scheduler balances load between its CPUs; v1 {@code cpuset.sched_load_balance}.
     *
     * @return see {@link CpusetSpec.Builder#schedLoadBalance}
     */
    boolean schedLoadBalance();

    /**
     * Reads whether file cache is spread over its nodes; v1 {@code cpuset.memory_spread_page}.
     *
     * @return see {@link CpusetSpec.Builder#memorySpreadPage}
     */
    boolean memorySpreadPage();

    /**
     * Reads whether caches of inodes and directory entries are spread over its nodes; v1 {@code cpuset.memory_spread_slab}.
     *
     * @return see {@link CpusetSpec.Builder#memorySpreadSlab}
     */
    boolean memorySpreadSlab();

    /**
     * Reads how far the scheduler looks for idle CPUs; v1 {@code cpuset.sched_relax_domain_level}.
     *
     * @return the level
     */
    SchedRelaxDomainLevel schedRelaxDomainLevel();

    /**
     * Reads the CPUs that a partition may take; v2 {@code cpuset.cpus.exclusive}.
     *
     * @return see {@link CpusetSpec.Builder#exclusiveCpus}
     */
    IdSet exclusiveCpus();

    /**
     * Reads whether the group has its CPUs to itself, and if it wants to and cannot, why; v2 {@code cpuset.cpus.partition}.
     *
     * @return see {@link CpusetSpec.Builder#partition}
     */
    CpusetPartition partition();

    /**
     * Sets the CPUs members may run on.
     *
     * @param cpus see {@link CpusetSpec.Builder#cpus}
     * @return this
     */
    default CpusetController cpus(IdSet cpus) {
        return apply(CpusetSpec.builder().cpus(cpus).build());
    }

    /**
     * Sets the memory nodes members may take memory from.
     *
     * @param mems see {@link CpusetSpec.Builder#mems}
     * @return this
     */
    default CpusetController mems(IdSet mems) {
        return apply(CpusetSpec.builder().mems(mems).build());
    }

    /**
     * Sets whether siblings may have none of its CPUs.
     *
     * @param exclusive see {@link CpusetSpec.Builder#cpuExclusive}
     * @return this
     */
    default CpusetController cpuExclusive(boolean exclusive) {
        return apply(CpusetSpec.builder().cpuExclusive(exclusive).build());
    }

    /**
     * Sets whether siblings may have none of its memory nodes.
     *
     * @param exclusive see {@link CpusetSpec.Builder#memExclusive}
     * @return this
     */
    default CpusetController memExclusive(boolean exclusive) {
        return apply(CpusetSpec.builder().memExclusive(exclusive).build());
    }

    /**
     * Sets whether memory of the kernel for members stays within its nodes.
     *
     * @param hardwall see {@link CpusetSpec.Builder#memHardwall}
     * @return this
     */
    default CpusetController memHardwall(boolean hardwall) {
        return apply(CpusetSpec.builder().memHardwall(hardwall).build());
    }

    /**
     * Sets whether memory moves along when the nodes change.
     *
     * @param migrate see {@link CpusetSpec.Builder#memoryMigrate}
     * @return this
     */
    default CpusetController memoryMigrate(boolean migrate) {
        return apply(CpusetSpec.builder().memoryMigrate(migrate).build());
    }

    /**
     * Sets whether the scheduler balances load between its CPUs.
     *
     * @param balanced see {@link CpusetSpec.Builder#schedLoadBalance}
     * @return this
     */
    default CpusetController schedLoadBalance(boolean balanced) {
        return apply(CpusetSpec.builder().schedLoadBalance(balanced).build());
    }

    /**
     * Sets whether file cache is spread over its nodes.
     *
     * @param spread see {@link CpusetSpec.Builder#memorySpreadPage}
     * @return this
     */
    default CpusetController memorySpreadPage(boolean spread) {
        return apply(CpusetSpec.builder().memorySpreadPage(spread).build());
    }

    /**
     * Sets whether caches of inodes and directory entries are spread over its nodes.
     *
     * @param spread see {@link CpusetSpec.Builder#memorySpreadSlab}
     * @return this
     */
    default CpusetController memorySpreadSlab(boolean spread) {
        return apply(CpusetSpec.builder().memorySpreadSlab(spread).build());
    }

    /**
     * Sets how far the scheduler looks for idle CPUs.
     *
     * @param level see {@link CpusetSpec.Builder#schedRelaxDomainLevel}
     * @return this
     */
    default CpusetController schedRelaxDomainLevel(SchedRelaxDomainLevel level) {
        return apply(CpusetSpec.builder().schedRelaxDomainLevel(level).build());
    }

    /**
     * Names the CPUs that a partition may take.
     *
     * @param cpus see {@link CpusetSpec.Builder#exclusiveCpus}
     * @return this
     */
    default CpusetController exclusiveCpus(IdSet cpus) {
        return apply(CpusetSpec.builder().exclusiveCpus(cpus).build());
    }

    /**
     * Takes the CPUs of the group away from all groups that are not below it, or gives them back.
     *
     * @param partition see {@link CpusetSpec.Builder#partition}
     * @return this
     */
    default CpusetController partition(CpusetPartition partition) {
        return apply(CpusetSpec.builder().partition(partition).build());
    }
}
