package io.cgroups.cpu;

import io.cgroups.CgroupIoException;
import io.cgroups.ControllerFacet;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.unit.Limit;
import java.time.Duration;

/**
 * CPU bandwidth, portion and statistics of a group.
 *
 * <p>The setters are one-part specifications, see {@link CpuSpec}; each call returns this, and throws
 * {@link CgroupIoException} if the kernel refuses and {@link UnsupportedSettingException} if it has no such setting, and
 * then has changed nothing.
 */
public interface CpuController extends ControllerFacet<CpuSpec, CpuController> {

    /**
     * Reads the quota; v1 {@code cpu.cfs_quota_us}, v2 {@code cpu.max}.
     *
     * @return the quota of this group itself, whatever those above have: see {@link #effectiveBandwidth}
     */
    CpuQuota quota();

    /**
     * Reads the period; v1 {@code cpu.cfs_period_us}, v2 {@code cpu.max}.
     *
     * @return the period
     */
    CpuPeriod period();

    /**
     * Reads quota and period.
     *
     * @return both
     */
    default CpuBandwidth bandwidth() {
        return new CpuBandwidth(quota(), period());
    }

    /**
     * Reads what holds members: the tightest bandwidth of this group and those above. A group that is without the cpu controller
     * is held by those above all the same. What is above the root of the mount or of the cgroup namespace cannot be seen.
     *
     * @return the bandwidth of the fewest CPUs, of equal ones that of the nearest group; unlimited when no group has a quota
     */
    CpuBandwidth effectiveBandwidth();

    /**
     * Reads how much unused quota may be saved up; v1 {@code cpu.cfs_burst_us}, v2 {@code cpu.max.burst}.
     *
     * @return the burst, zero for none
     */
    Duration burst();

    /**
     * Reads the portion against siblings on the scale of v1; {@code cpu.shares}, on v2 converted from {@code cpu.weight}.
     *
     * @return the shares; of an idle group {@link CpuShares#IDLE}, whatever it had before
     */
    CpuShares shares();

    /**
     * Reads the portion against siblings on the scale of v2; {@code cpu.weight}, on v1 converted from {@code cpu.shares}.
     *
     * @return the weight; of an idle group the smallest, whatever it had before and although some kernels show 0
     */
    CpuWeight weight();

    /**
     * Reads the portion against siblings as a nice value; v2 {@code cpu.weight.nice}, v1 has none.
     *
     * @return -20 to 19, that of the nearest portion
     */
    int weightNice();

    /**
     * Reads whether the group runs only when no other wants to; {@code cpu.idle}.
     *
     * @return true when idle
     */
    boolean idle();

    /**
     * Reads the real-time budget; v1 {@code cpu.rt_runtime_us}.
     *
     * @return the time per real-time period
     */
    Limit<Duration> rtRuntime();

    /**
     * Reads the period of the real-time budget; v1 {@code cpu.rt_period_us}.
     *
     * @return the period
     */
    Duration rtPeriod();

    /**
     * Reads the least utilisation that the scheduler assumes of members; {@code cpu.uclamp.min}.
     *
     * @return the clamp of this group itself, whatever those above allow
     */
    CpuClamp uclampMin();

    /**
     * Reads the largest utilisation that the scheduler assumes of members; {@code cpu.uclamp.max}.
     *
     * @return the clamp of this group itself, whatever those above allow
     */
    CpuClamp uclampMax();

    /**
     * Reads the counters. On v2 a group without the cpu controller counts its CPU time all the same, see
     * {@link io.cgroups.Cgroup#cpuacct}, but no periods, and then this throws.
     *
     * @return a snapshot; on v1 of three files read one after the other
     */
    CpuStats stats();

    /**
     * Sets the quota and keeps the period.
     *
     * @param quota see {@link CpuSpec.Builder#quota}
     * @return this
     */
    default CpuController quota(CpuQuota quota) {
        return apply(CpuSpec.builder().quota(quota).build());
    }

    /**
     * Sets the period and keeps the quota.
     *
     * @param period see {@link CpuSpec.Builder#period}
     * @return this
     */
    default CpuController period(CpuPeriod period) {
        return apply(CpuSpec.builder().period(period).build());
    }

    /**
     * Sets quota and period.
     *
     * @param bandwidth both
     * @return this
     */
    default CpuController bandwidth(CpuBandwidth bandwidth) {
        return apply(CpuSpec.builder().bandwidth(bandwidth).build());
    }

    /**
     * Sets how much unused quota may be saved up.
     *
     * @param burst see {@link CpuSpec.Builder#burst}
     * @return this
     */
    default CpuController burst(Duration burst) {
        return apply(CpuSpec.builder().burst(burst).build());
    }

    /**
     * Sets the portion against siblings on the scale of v1.
     *
     * @param shares see {@link CpuSpec.Builder#shares}
     * @return this
     */
    default CpuController shares(CpuShares shares) {
        return apply(CpuSpec.builder().shares(shares).build());
    }

    /**
     * Sets the portion against siblings on the scale of v2.
     *
     * @param weight see {@link CpuSpec.Builder#weight}
     * @return this
     */
    default CpuController weight(CpuWeight weight) {
        return apply(CpuSpec.builder().weight(weight).build());
    }

    /**
     * Sets the portion against siblings as a nice value.
     *
     * @param nice see {@link CpuSpec.Builder#weightNice}
     * @return this
     */
    default CpuController weightNice(int nice) {
        return apply(CpuSpec.builder().weightNice(nice).build());
    }

    /**
     * Sets whether the group runs only when no other wants to.
     *
     * @param idle see {@link CpuSpec.Builder#idle}
     * @return this
     */
    default CpuController idle(boolean idle) {
        return apply(CpuSpec.builder().idle(idle).build());
    }

    /**
     * Sets the real-time budget.
     *
     * @param runtime see {@link CpuSpec.Builder#rtRuntime}
     * @return this
     */
    default CpuController rtRuntime(Limit<Duration> runtime) {
        return apply(CpuSpec.builder().rtRuntime(runtime).build());
    }

    /**
     * Sets the period of the real-time budget.
     *
     * @param period see {@link CpuSpec.Builder#rtPeriod}
     * @return this
     */
    default CpuController rtPeriod(Duration period) {
        return apply(CpuSpec.builder().rtPeriod(period).build());
    }

    /**
     * Sets the least utilisation that the scheduler assumes of members.
     *
     * @param clamp see {@link CpuSpec.Builder#uclampMin}
     * @return this
     */
    default CpuController uclampMin(CpuClamp clamp) {
        return apply(CpuSpec.builder().uclampMin(clamp).build());
    }

    /**
     * Sets the largest utilisation that the scheduler assumes of members.
     *
     * @param clamp see {@link CpuSpec.Builder#uclampMax}
     * @return this
     */
    default CpuController uclampMax(CpuClamp clamp) {
        return apply(CpuSpec.builder().uclampMax(clamp).build());
    }
}
