package io.cgroups.cpuacct;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * CPU time used by a group and those below, since the group was made or its usage was reset.
 *
 * <p>Immutable.
 *
 * @param usage all CPU time (v1 {@code cpuacct.usage} in nanoseconds, v2 {@code usage_usec} of {@code cpu.stat})
 * @param user the part in user mode ({@code cpuacct.stat} in ticks of 10 ms, v2 {@code user_usec})
 * @param system the part in kernel mode ({@code cpuacct.stat} in ticks of 10 ms, v2 {@code system_usec})
 * @param usageUser the part in user mode in nanoseconds ({@code cpuacct.usage_user}, since Linux 4.6; v1 only)
 * @param usageSystem the part in kernel mode in nanoseconds ({@code cpuacct.usage_sys}, since Linux 4.6; v1 only)
 * @param perCpu all CPU time for each CPU, by its number ({@code cpuacct.usage_percpu}); empty on v2
 */
public record CpuacctStats(
        Duration usage,
        Duration user,
        Duration system,
        Optional<Duration> usageUser,
        Optional<Duration> usageSystem,
        List<Duration> perCpu) {

    /**
     * Copies the list.
     *
     * @param usage see the record
     * @param user see the record
     * @param system see the record
     * @param usageUser see the record
     * @param usageSystem see the record
     * @param perCpu see the record
     */
    public CpuacctStats {
        perCpu = List.copyOf(perCpu);
    }
}
