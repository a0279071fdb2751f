package io.cgroups.v2;

import io.cgroups.Controller;
import io.cgroups.Failure;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.cpu.CpuBandwidth;
import io.cgroups.cpu.CpuClamp;
import io.cgroups.cpu.CpuController;
import io.cgroups.cpu.CpuPeriod;
import io.cgroups.cpu.CpuQuota;
import io.cgroups.cpu.CpuShares;
import io.cgroups.cpu.CpuSpec;
import io.cgroups.cpu.CpuStats;
import io.cgroups.cpu.CpuWeight;
import io.cgroups.cpu.WeightConversion;
import io.cgroups.spi.CpuClampFiles;
import io.cgroups.spi.DriverFacet;
import io.cgroups.spi.GroupContext;
import io.cgroups.spi.KernelNumbers;
import io.cgroups.spi.KernelWrite;
import io.cgroups.unit.Limit;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The cpu controller of v2. */
final class V2Cpu extends DriverFacet<CpuSpec, CpuController> implements CpuController {
    static final String MAX = "cpu.max";
    static final String BURST = "cpu.max.burst";
    static final String WEIGHT = "cpu.weight";
    static final String NICE = "cpu.weight.nice";
    static final String IDLE = "cpu.idle";
    static final String MAX_SINCE = "a kernel built with CONFIG_CFS_BANDWIDTH";
    static final String WEIGHT_SINCE = "a kernel built with CONFIG_FAIR_GROUP_SCHED";
    static final String BURST_SINCE = "Linux 5.14";
    static final String IDLE_SINCE = "Linux 5.15";

    V2Cpu(GroupContext group) {
        super(group, Controller.CPU);
    }

    @Override
    protected CpuController self() {
        return this;
    }

    @Override
    public List<KernelWrite> plan(CpuSpec spec) {
        spec.rtRuntime().ifPresent(runtime -> {
            throw noRealTime();
        });
        spec.rtPeriod().ifPresent(period -> {
            throw noRealTime();
        });
        spec.quota().ifPresent(quota -> require(MAX, MAX_SINCE));
        spec.period().ifPresent(period -> require(MAX, MAX_SINCE));
        spec.burst().ifPresent(burst -> require(BURST, BURST_SINCE));
        spec.shares().ifPresent(shares -> require(WEIGHT, WEIGHT_SINCE));
        spec.weight().ifPresent(weight -> require(WEIGHT, WEIGHT_SINCE));
        spec.weightNice().ifPresent(nice -> require(NICE, WEIGHT_SINCE));
        spec.idle().ifPresent(idle -> require(IDLE, IDLE_SINCE));
        spec.uclampMin().ifPresent(clamp -> require(CpuClampFiles.MIN, CpuClampFiles.SINCE));
        spec.uclampMax().ifPresent(clamp -> require(CpuClampFiles.MAX, CpuClampFiles.SINCE));
        return new V2CpuPlan(dir(), spec).writes();
    }

    private static UnsupportedSettingException noRealTime() {
        return new UnsupportedSettingException(
                Failure.of(
                        "use cpu.rt_runtime_us",
                        "v2 has no real-time budget for groups; /proc/sys/kernel/sched_rt_runtime_us bounds all of them together"));
    }

    @Override
    public CpuBandwidth bandwidth() {
        return V2CpuMax.parse(dir().file(MAX), readRequired(MAX, MAX_SINCE));
    }

    @Override
    public CpuBandwidth effectiveBandwidth() {
        return dir().upwards(at -> at.find(MAX).map(text -> V2CpuMax.parse(at.file(MAX), text))).stream()
                .reduce(CpuBandwidth::smaller)
                .orElseGet(CpuBandwidth::unlimited);
    }

    @Override
    public CpuQuota quota() {
        return bandwidth().quota();
    }

    @Override
    public CpuPeriod period() {
        return bandwidth().period();
    }

    @Override
    public Duration burst() {
        return Duration.of(number(BURST, BURST_SINCE), ChronoUnit.MICROS);
    }

    @Override
    public CpuShares shares() {
        CpuWeight weight = weight();
        return weight.value() == CpuWeight.MIN && isIdle() ? CpuShares.IDLE : WeightConversion.OCI.toShares(weight);
    }

    /** The weight of an idle group is less than one half, and older kernels round that to 0. */
    @Override
    public CpuWeight weight() {
        return CpuWeight.of(Math.max(CpuWeight.MIN, number(WEIGHT, WEIGHT_SINCE)));
    }

    @Override
    public int weightNice() {
        return Math.toIntExact(number(NICE, WEIGHT_SINCE));
    }

    @Override
    public boolean idle() {
        return readRequired(IDLE, IDLE_SINCE).equals("1");
    }

    private boolean isIdle() {
        return dir().readIfPresent(IDLE).filter("1"::equals).isPresent();
    }

    @Override
    public Limit<Duration> rtRuntime() {
        throw noRealTime();
    }

    @Override
    public Duration rtPeriod() {
        throw noRealTime();
    }

    @Override
    public CpuClamp uclampMin() {
        return clamp(CpuClampFiles.MIN);
    }

    @Override
    public CpuClamp uclampMax() {
        return clamp(CpuClampFiles.MAX);
    }

    private CpuClamp clamp(String file) {
        return CpuClampFiles.parse(dir().file(file), readRequired(file, CpuClampFiles.SINCE));
    }

    private long number(String file, String since) {
        return KernelNumbers.parse(dir().file(file), readRequired(file, since));
    }

    @Override
    public CpuStats stats() {
        Duration takenAt = dir().now();
        V2CpuStat stat = V2CpuStat.of(dir());
        if (stat.lines().find(V2CpuStat.PERIODS).isEmpty()) {
            // Without the controller only times are counted; periods that nobody counts are not 0.
            require(MAX, MAX_SINCE);
        }
        return new CpuStats(
                takenAt,
                stat.lines().require(V2CpuStat.PERIODS),
                stat.lines().require("nr_throttled"),
                stat.require("throttled_usec"),
                stat.lines().find("nr_bursts"),
                stat.find("burst_usec"),
                stat.find(V2CpuStat.USAGE),
                stat.find(V2CpuStat.USER),
                stat.find(V2CpuStat.SYSTEM),
                stat.lines().all());
    }
}
