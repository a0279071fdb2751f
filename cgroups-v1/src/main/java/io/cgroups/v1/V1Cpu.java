package io.cgroups.v1;

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
import io.cgroups.spi.FlatKeyed;
import io.cgroups.spi.GroupContext;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelNumbers;
import io.cgroups.spi.KernelWrite;
import io.cgroups.unit.Limit;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The cpu controller of v1. */
final class V1Cpu extends DriverFacet<CpuSpec, CpuController> implements CpuController {
    static final String QUOTA = "cpu.cfs_quota_us";
    static final String PERIOD = "cpu.cfs_period_us";
    static final String BURST = "cpu.cfs_burst_us";
    static final String SHARES = "cpu.shares";
    static final String IDLE = "cpu.idle";
    static final String RT_RUNTIME = "cpu.rt_runtime_us";
    static final String RT_PERIOD = "cpu.rt_period_us";
    static final String BURST_SINCE = "Linux 5.14";
    static final String IDLE_SINCE = "Linux 5.15";
    static final String RT_SINCE = "a kernel built with CONFIG_RT_GROUP_SCHED";

    V1Cpu(GroupContext group) {
        super(group, Controller.CPU);
    }

    @Override
    protected CpuController self() {
        return this;
    }

    @Override
    public List<KernelWrite> plan(CpuSpec spec) {
        spec.weightNice().ifPresent(nice -> {
            throw noNiceValues();
        });
        spec.burst().ifPresent(burst -> require(BURST, BURST_SINCE));
        spec.idle().ifPresent(idle -> require(IDLE, IDLE_SINCE));
        spec.rtRuntime().ifPresent(runtime -> require(RT_RUNTIME, RT_SINCE));
        spec.rtPeriod().ifPresent(period -> require(RT_PERIOD, RT_SINCE));
        spec.uclampMin().ifPresent(clamp -> require(CpuClampFiles.MIN, CpuClampFiles.SINCE));
        spec.uclampMax().ifPresent(clamp -> require(CpuClampFiles.MAX, CpuClampFiles.SINCE));
        return new V1CpuPlan(dir(), spec).writes();
    }

    @Override
    public CpuQuota quota() {
        return quota(dir(), dir().read(QUOTA));
    }

    private static CpuQuota quota(GroupDir dir, String text) {
        long micros = KernelNumbers.parse(dir.file(QUOTA), text);
        return micros < 0 ? CpuQuota.unlimited() : CpuQuota.ofMicros(micros);
    }

    @Override
    public CpuPeriod period() {
        return CpuPeriod.ofMicros(dir().readNumber(PERIOD));
    }

    @Override
    public CpuBandwidth effectiveBandwidth() {
        return dir().upwards(V1Cpu::findBandwidth).stream()
                .reduce(CpuBandwidth::smaller)
                .orElseGet(CpuBandwidth::unlimited);
    }

    private static Optional<CpuBandwidth> findBandwidth(GroupDir dir) {
        return dir.find(QUOTA)
                .map(quota -> new CpuBandwidth(quota(dir, quota), CpuPeriod.ofMicros(dir.readNumber(PERIOD))));
    }

    @Override
    public Duration burst() {
        return micros(BURST, BURST_SINCE);
    }

    @Override
    public CpuShares shares() {
        return CpuShares.of(dir().readNumber(SHARES));
    }

    @Override
    public CpuWeight weight() {
        CpuShares shares = shares();
        boolean isIdle = shares.equals(CpuShares.IDLE)
                && dir().readIfPresent(IDLE).filter("1"::equals).isPresent();
        return isIdle ? CpuWeight.of(CpuWeight.MIN) : WeightConversion.OCI.toWeight(shares);
    }

    @Override
    public int weightNice() {
        throw noNiceValues();
    }

    private static UnsupportedSettingException noNiceValues() {
        return new UnsupportedSettingException(Failure.of(
                "use cpu.weight.nice",
                "v1 has none; use shares or weight: nice 0 is 1024 shares, and each step down a quarter more"));
    }

    @Override
    public boolean idle() {
        return readRequired(IDLE, IDLE_SINCE).equals("1");
    }

    @Override
    public Limit<Duration> rtRuntime() {
        String text = readRequired(RT_RUNTIME, RT_SINCE);
        return text.equals("-1") ? Limit.unlimited() : Limit.of(micros(RT_RUNTIME, RT_SINCE));
    }

    @Override
    public Duration rtPeriod() {
        return micros(RT_PERIOD, RT_SINCE);
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

    private Duration micros(String file, String since) {
        long micros = KernelNumbers.parse(dir().file(file), readRequired(file, since));
        return Duration.of(micros, ChronoUnit.MICROS);
    }

    @Override
    public CpuStats stats() {
        Duration takenAt = dir().now();
        FlatKeyed stat = dir().readFlatKeyed("cpu.stat");
        Optional<Duration> burstTime = stat.all().containsKey("burst_time")
                ? Optional.of(Duration.ofNanos(stat.require("burst_time")))
                : Optional.empty();
        Optional<GroupDir> accounting = group().dir(Controller.CPUACCT);
        Optional<FlatKeyed> parts = accounting.map(dir -> dir.readFlatKeyed(V1Cpuacct.STAT));
        return new CpuStats(
                takenAt,
                stat.require("nr_periods"),
                stat.require("nr_throttled"),
                Duration.ofNanos(stat.require("throttled_time")),
                stat.find("nr_bursts"),
                burstTime,
                accounting.map(dir -> Duration.ofNanos(dir.readNumber(V1Cpuacct.USAGE))),
                parts.map(V1Cpuacct::user),
                parts.map(V1Cpuacct::system),
                stat.all());
    }
}
