package io.cgroups.v2;

import io.cgroups.blkio.Throttle;
import io.cgroups.spi.KernelNumbers;
import io.cgroups.spi.NestedKeyed;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.DeviceNumber;
import io.cgroups.unit.Limit;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The text of {@code io.max}: {@code 8:0 rbps=1048576 wbps=max riops=max wiops=max}. */
final class V2BlkioThrottles {
    static final String READ_BPS = "rbps";
    static final String WRITE_BPS = "wbps";
    static final String READ_IOPS = "riops";
    static final String WRITE_IOPS = "wiops";
    static final String UNLIMITED = "max";

    private V2BlkioThrottles() {}

    static Map<DeviceNumber, Throttle> parse(Path file, String text) {
        Map<DeviceNumber, Throttle> throttles = new TreeMap<>();
        V2Blkio.devices(NestedKeyed.parse(file, text).all())
                .forEach((device, values) -> throttles.put(
                        device,
                        new Throttle(
                                limit(file, values, READ_BPS).map(DataSize::ofBytes),
                                limit(file, values, WRITE_BPS).map(DataSize::ofBytes),
                                limit(file, values, READ_IOPS),
                                limit(file, values, WRITE_IOPS))));
        return throttles;
    }

    private static Limit<Long> limit(Path file, Map<String, String> values, String key) {
        String text = values.getOrDefault(key, UNLIMITED);
        return text.equals(UNLIMITED) ? Limit.unlimited() : Limit.of(KernelNumbers.parse(file, text));
    }
}
