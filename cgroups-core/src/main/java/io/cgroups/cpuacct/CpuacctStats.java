package io.cgroups.cpuacct;

import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * CPU time used by a group and those below, since the group was made or its usage was reset.
 *
 * <p>Immutable.
 *
 * @param takenAt when it was read: on a clock that only grows, as {@link System#nanoTime}, and that means something only beside
 *     other snapshots of this JVM
 * @param usage all CPU time (v1 {@code cpuacct.usage} in nanoseconds, v2 {@code usage_usec} of {@code cpu.stat})
 * @param user the part in user mode ({@code cpuacct.stat} in ticks of 10 ms, v2 {@code user_usec})
 * @param system the part in kernel mode ({@code cpuacct.stat} in ticks of 10 ms, v2 {@code system_usec})
 * @param usageUser the part in user mode in nanoseconds ({@code cpuacct.usage_user}, since Linux 4.6; v1 only)
 * @param usageSystem the part in kernel mode in nanoseconds ({@code cpuacct.usage_sys}, since Linux 4.6; v1 only)
 * @param perCpu all CPU time for each CPU, by its number ({@code cpuacct.usage_percpu}); empty on v2
 * @param all every line of {@code cpuacct.stat}, on v2 of {@code cpu.stat}, by its key, unconverted
 */
public record CpuacctStats(
        Duration takenAt,
        Duration usage,
        Duration user,
        Duration system,
        Optional<Duration> usageUser,
        Optional<Duration> usageSystem,
        List<Duration> perCpu,
        Map<String, Long> all) {

    /**
     * Copies the list and the map.
     *
     * @param takenAt see the record
     * @param usage see the record
     * @param user see the record
     * @param system see the record
     * @param usageUser see the record
     * @param usageSystem see the record
     * @param perCpu see the record
     * @param all see the record
     */
    public CpuacctStats {
        perCpu = List.copyOf(perCpu);
        all = ImmutableMap.copyOf(all);
    }

    /**
     * What was used since an earlier snapshot of the same group.
     *
     * @param earlier a snapshot that was taken before this one, or this one
     * @return the difference of the times, none of them negative, with the time between
     * @throws IllegalArgumentException if the other snapshot is the later one
     */
    public CpuacctRates since(CpuacctStats earlier) {
        if (earlier.takenAt.compareTo(takenAt) > 0) {
            throw new IllegalArgumentException("the other snapshot is later by " + earlier.takenAt.minus(takenAt));
        }
        return CpuacctRates.between(earlier, this);
    }

    /**
     * A line of {@code cpuacct.stat}, on v2 of {@code cpu.stat}, unconverted.
     *
     * @param key its key
     * @return its number, empty when the kernel does not report it
     */
    public OptionalLong raw(String key) {
        Long value = all.get(key);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
