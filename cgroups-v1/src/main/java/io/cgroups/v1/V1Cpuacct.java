package io.cgroups.v1;

import io.cgroups.Controller;
import io.cgroups.cpuacct.CpuacctController;
import io.cgroups.cpuacct.CpuacctStats;
import io.cgroups.spi.FlatKeyed;
import io.cgroups.spi.GroupContext;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.GroupSnapshot;
import io.cgroups.spi.KernelNumbers;
import io.cgroups.spi.KernelWords;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The cpuacct controller of v1. */
final class V1Cpuacct implements CpuacctController {
    static final String USAGE = "cpuacct.usage";
    static final String STAT = "cpuacct.stat";

    /** Length of a tick of {@code cpuacct.stat}: USER_HZ is 100 on every architecture the JDK runs on. */
    private static final Duration TICK = Duration.ofMillis(10);

    private final GroupDir dir;

    V1Cpuacct(GroupContext group) {
        this.dir = group.dir(Controller.CPUACCT).orElseThrow();
    }

    @Override
    public Duration usage() {
        return Duration.ofNanos(dir.readNumber(USAGE));
    }

    @Override
    public CpuacctStats stats() {
        Duration takenAt = dir.now();
        FlatKeyed stat = dir.readFlatKeyed(STAT);
        GroupSnapshot files = new GroupSnapshot(dir);
        return files.of(new CpuacctStats(
                takenAt,
                usage(),
                user(stat),
                system(stat),
                nanos(files, "cpuacct.usage_user"),
                nanos(files, "cpuacct.usage_sys"),
                perCpu(files),
                stat.all()));
    }

    static Duration user(FlatKeyed stat) {
        return TICK.multipliedBy(stat.require("user"));
    }

    static Duration system(FlatKeyed stat) {
        return TICK.multipliedBy(stat.require("system"));
    }

    private Optional<Duration> nanos(GroupSnapshot files, String file) {
        return files.find(file).map(text -> Duration.ofNanos(KernelNumbers.parseCounter(dir.file(file), text)));
    }

    private List<Duration> perCpu(GroupSnapshot files) {
        String file = "cpuacct.usage_percpu";
        return files.find(file).stream()
                .flatMap(text -> KernelWords.in(text, 0, text.length()).stream())
                .map(nanos -> Duration.ofNanos(KernelNumbers.parseCounter(dir.file(file), nanos)))
                .toList();
    }

    @Override
    public void resetUsage() {
        dir.write(USAGE, "0");
    }
}
