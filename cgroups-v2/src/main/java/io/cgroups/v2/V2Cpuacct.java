package io.cgroups.v2;

import io.cgroups.Controller;
import io.cgroups.Failure;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.cpuacct.CpuacctController;
import io.cgroups.cpuacct.CpuacctStats;
import io.cgroups.spi.GroupContext;
import io.cgroups.spi.GroupDir;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** CPU accounting of v2, which every group has, whether the cpu controller is enabled for it or not. */
final class V2Cpuacct implements CpuacctController {
    private final GroupDir dir;

    V2Cpuacct(GroupContext group) {
        this.dir = group.dir(Controller.CPUACCT).orElseThrow();
    }

    @Override
    public Duration usage() {
        return V2CpuStat.of(dir).require(V2CpuStat.USAGE);
    }

    @Override
    public CpuacctStats stats() {
        Duration takenAt = dir.now();
        V2CpuStat stat = V2CpuStat.of(dir);
        return new CpuacctStats(
                takenAt,
                stat.require(V2CpuStat.USAGE),
                stat.require(V2CpuStat.USER),
                stat.require(V2CpuStat.SYSTEM),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                stat.lines().all());
    }

    @Override
    public void resetUsage() {
        throw new UnsupportedSettingException(
                Failure.of("reset CPU usage", "counters of v2 are never reset; subtract what was read before")
                        .at(dir.file(V2CpuStat.FILE)));
    }
}
