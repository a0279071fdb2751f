package io.cgroups.v2;

import io.cgroups.spi.FlatKeyed;
import io.cgroups.spi.GroupDir;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The times in {@code cpu.stat}, which every group has; the cpu controller adds lines to it. */
record V2CpuStat(FlatKeyed lines) {
    static final String FILE = "cpu.stat";
    static final String USAGE = "usage_usec";
    static final String USER = "user_usec";
    static final String SYSTEM = "system_usec";
    static final String PERIODS = "nr_periods";

    static V2CpuStat of(GroupDir dir) {
        return new V2CpuStat(dir.readFlatKeyed(FILE));
    }

    Duration require(String key) {
        return Duration.of(lines.require(key), ChronoUnit.MICROS);
    }

    Optional<Duration> find(String key) {
        return lines.find(key).isPresent() ? Optional.of(require(key)) : Optional.empty();
    }
}
