package io.cgroups.testkit;

import io.cgroups.unit.DeviceNumber;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the in-memory kernel keeps for one group on one disk. */
final class V1BlkioDevice {
    static final List<String> DIRECTIONS = List.of("read", "write");
    static final List<String> OPERATIONS = List.of("Read", "Write", "Sync", "Async", "Discard");
    static final List<String> STATISTICS = List.of("io_service_bytes", "io_serviced");

    private final DeviceNumber number;
    private final Map<String, Long> limits = new HashMap<>();
    private final Map<String, Long> counts = new HashMap<>();
    private long weight;

    V1BlkioDevice(DeviceNumber number) {
        this.number = number;
    }

    DeviceNumber number() {
        return number;
    }

    /** The limit of a file, unsigned, -1 for none. */
    long limit(String file) {
        return limits.getOrDefault(file, -1L);
    }

    void limit(String file, long limit) {
        limits.put(file, limit);
    }

    /** The weight of this disk, 0 for none. */
    long weight() {
        return weight;
    }

    void weight(long newWeight) {
        weight = newWeight;
    }

    /** Counts synchronous operations of a member; {@code Read}, {@code Write} or {@code Discard}. */
    void io(String operation, long operations, long bytes) {
        for (String kind : List.of(operation, "Sync")) {
            counts.merge("io_service_bytes" + kind, bytes, Long::sum);
            counts.merge("io_serviced" + kind, operations, Long::sum);
        }
    }

    long count(String statistic, String operation) {
        return counts.getOrDefault(statistic + operation, 0L);
    }
}
