package io.cgroups.cpu;

import com.google.common.collect.ImmutableMap;
import io.cgroups.Failure;
import io.cgroups.UnsupportedSettingException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The counters of the cpu controller at one moment, all since the group was made.
 *
 * <p>From {@code cpu.stat}; on v1 the usage is from {@code cpuacct.usage} and its parts from {@code cpuacct.stat}.
 * Immutable.
 *
 * @param takenAt when it was read: on a clock that only grows, as {@link System#nanoTime}, and that means something only beside
 *     other snapshots of this JVM
 * @param periods periods that passed while members wanted to run ({@code nr_periods})
 * @param throttledPeriods periods in which the quota ran out ({@code nr_throttled})
 * @param throttledTime time that members were kept from running, summed over all CPUs (v1 {@code throttled_time} in
 *     nanoseconds, v2 {@code throttled_usec})
 * @param bursts periods in which saved quota was used ({@code nr_bursts}, since Linux 5.16)
 * @param burstTime CPU time above the quota that was used in them, summed (v1 {@code burst_time}, v2 {@code burst_usec})
 * @param reportedUsage CPU time used, summed over all CPUs; empty when the group has no accounting
 * @param user the part of the usage in user mode (v1 in ticks of 10 ms, v2 {@code user_usec}); empty as the usage is
 * @param system the part of the usage in kernel mode (v1 in ticks of 10 ms, v2 {@code system_usec}); empty as the usage is
 * @param all every line of {@code cpu.stat} by its key, unconverted
 */
public record CpuStats(
        Duration takenAt,
        long periods,
        long throttledPeriods,
        Duration throttledTime,
        OptionalLong bursts,
        Optional<Duration> burstTime,
        Optional<Duration> reportedUsage,
        Optional<Duration> user,
        Optional<Duration> system,
        Map<String, Long> all) {

    /**
     * Copies the map.
     *
     * @param takenAt see the record
     * @param periods see the record
     * @param throttledPeriods see the record
     * @param throttledTime see the record
     * @param bursts see the record
     * @param burstTime see the record
     * @param reportedUsage see the record
     * @param user see the record
     * @param system see the record
     * @param all see the record
     */
    public CpuStats {
        all = ImmutableMap.copyOf(all);
    }

    /**
     * CPU time used, summed over all CPUs.
     *
     * @return the time
     * @throws UnsupportedSettingException if the group has no accounting, that is on v1 if it is not in a hierarchy of the
     *     cpuacct controller; {@link #reportedUsage} tells without an exception
     */
    public Duration usage() {
        return reportedUsage.orElseThrow(() -> new UnsupportedSettingException(
                Failure.of("read CPU usage", "on v1 it needs the cpuacct controller; make the group with it")));
    }

    /**
     * What happened since an earlier snapshot of the same group.
     *
     * @param earlier a snapshot that was taken before this one, or this one
     * @return the difference of all counters, none of them negative, with the time between
     * @throws IllegalArgumentException if the other snapshot is the later one
     */
    public CpuRates since(CpuStats earlier) {
        if (earlier.takenAt.compareTo(takenAt) > 0) {
            throw new IllegalArgumentException("the other snapshot is later by " + earlier.takenAt.minus(takenAt));
        }
        return CpuRates.between(earlier, this);
    }

    /**
     * A line of {@code cpu.stat}, unconverted.
     *
     * @param key its key
     * @return its number, empty when the kernel does not report it
     */
    public OptionalLong raw(String key) {
        Long value = all.get(key);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
