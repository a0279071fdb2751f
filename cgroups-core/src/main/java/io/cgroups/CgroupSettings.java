package io.cgroups;

import io.cgroups.cpu.CpuBandwidth;
import io.cgroups.cpu.CpuPeriod;
import io.cgroups.cpu.CpuQuota;
import io.cgroups.cpu.CpuShares;
import io.cgroups.cpu.CpuWeight;
import io.cgroups.cpuset.IdSet;
import io.cgroups.memory.MemorySpec;
import io.cgroups.pids.PidsSpec;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;

/**
 * The settings that are used most, each as one call that can be chained: short for those of the facets. Several together, all
 * or none of them, are set by {@link Cgroup#update}.
 *
 * <p>Each call throws {@link ControllerUnavailableException} if the group is not in the hierarchy of the controller or cannot
 * have it, {@link InvalidValueException} for a value out of range, {@link UnsupportedSettingException} if the kernel has no such
 * setting, and {@link CgroupIoException} if the kernel refuses, and then has changed nothing.
 */
public sealed interface CgroupSettings extends CgroupControllers permits Cgroup {

    /**
     * Sets the CPU time of all CPUs together per period, and keeps the period.
     *
     * @param micros microseconds, 1000 or more; see {@link CpuQuota}
     * @return this
     */
    default Cgroup cpuQuota(long micros) {
        return cpuQuota(CpuQuota.ofMicros(micros));
    }

    /**
     * Sets the CPU time of all CPUs together per period, and keeps the period.
     *
     * @param quota the value
     * @return this
     */
    default Cgroup cpuQuota(CpuQuota quota) {
        cpu().quota(quota);
        return group();
    }

    /**
     * Limits CPU time to a number of CPUs, over the default period of 100 ms; see {@link CpuBandwidth#ofCpus}.
     *
     * @param cpus for example 1.5
     * @return this
     * @throws InvalidValueException if it is out of range
     */
    default Cgroup cpuMax(double cpus) {
        cpu().bandwidth(CpuBandwidth.ofCpus(cpus));
        return group();
    }

    /**
     * Sets the period of the CPU quota, and keeps the quota.
     *
     * @param micros microseconds, 1000 to 1000000; see {@link CpuPeriod}
     * @return this
     */
    default Cgroup cpuPeriod(long micros) {
        return cpuPeriod(CpuPeriod.ofMicros(micros));
    }

    /**
     * Sets the period of the CPU quota, and keeps the quota.
     *
     * @param period the value
     * @return this
     */
    default Cgroup cpuPeriod(CpuPeriod period) {
        cpu().period(period);
        return group();
    }

    /**
     * Sets the portion of CPU time against siblings, on the scale of v1.
     *
     * @param shares 2 to 262144, default 1024; see {@link CpuShares}
     * @return this
     */
    default Cgroup cpuShares(long shares) {
        return cpuShares(CpuShares.of(shares));
    }

    /**
     * Sets the portion of CPU time against siblings, on the scale of v1.
     *
     * @param shares the value
     * @return this
     */
    default Cgroup cpuShares(CpuShares shares) {
        cpu().shares(shares);
        return group();
    }

    /**
     * Sets the portion of CPU time against siblings, on the scale of v2.
     *
     * @param weight 1 to 10000, default 100; see {@link CpuWeight}
     * @return this
     */
    default Cgroup cpuWeight(int weight) {
        return cpuWeight(CpuWeight.of(weight));
    }

    /**
     * Sets the portion of CPU time against siblings, on the scale of v2.
     *
     * @param weight the value
     * @return this
     */
    default Cgroup cpuWeight(CpuWeight weight) {
        cpu().weight(weight);
        return group();
    }

    /**
     * Sets the CPUs members may run on.
     *
     * @param list CPUs in the kernel's format, for example {@code 0-3,8}; see {@link IdSet#parse}
     * @return this
     * @throws CgroupFormatException if it is no such list
     */
    default Cgroup cpus(String list) {
        return cpus(IdSet.parse(list));
    }

    /**
     * Sets the CPUs members may run on.
     *
     * @param cpus the value
     * @return this
     */
    default Cgroup cpus(IdSet cpus) {
        cpuset().cpus(cpus);
        return group();
    }

    /**
     * Sets the memory nodes members may take memory from.
     *
     * @param list nodes in the kernel's format, for example {@code 0-1}; see {@link IdSet#parse}
     * @return this
     * @throws CgroupFormatException if it is no such list
     */
    default Cgroup mems(String list) {
        return mems(IdSet.parse(list));
    }

    /**
     * Sets the memory nodes members may take memory from.
     *
     * @param mems the value
     * @return this
     */
    default Cgroup mems(IdSet mems) {
        cpuset().mems(mems);
        return group();
    }

    /**
     * Sets the limit of memory.
     *
     * @param bytes 0 or more, which the kernel rounds down to whole pages; see {@link MemorySpec.Builder#max}
     * @return this
     */
    default Cgroup memoryMax(long bytes) {
        return memoryMax(DataSize.ofBytes(bytes));
    }

    /**
     * Sets the limit of memory.
     *
     * @param size which the kernel rounds down to whole pages; see {@link MemorySpec.Builder#max}
     * @return this
     */
    default Cgroup memoryMax(DataSize size) {
        return memoryMax(Limit.of(size));
    }

    /**
     * Sets the limit of memory, or takes it away.
     *
     * @param limit see {@link MemorySpec.Builder#max}
     * @return this
     */
    default Cgroup memoryMax(Limit<DataSize> limit) {
        memory().max(limit);
        return group();
    }

    /**
     * Sets how many processes and threads there may be.
     *
     * @param number 0 to 4194304; see {@link PidsSpec.Builder#max}
     * @return this
     */
    default Cgroup pidsMax(long number) {
        return pidsMax(Limit.of(number));
    }

    /**
     * Sets how many processes and threads there may be, or takes the limit away.
     *
     * @param limit see {@link PidsSpec.Builder#max}
     * @return this
     */
    default Cgroup pidsMax(Limit<Long> limit) {
        pids().max(limit);
        return group();
    }

    private Cgroup group() {
        return (Cgroup) this;
    }
}
