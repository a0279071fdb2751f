package io.cgroups.cpuset;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the members of a cpuset can use at one moment, and how short of memory they are. Immutable.
 *
 * @param effectiveCpus the CPUs members run on (v1 {@code cpuset.effective_cpus} since Linux 3.17, v2
 *     {@code cpuset.cpus.effective}); empty when the kernel does not report them
 * @param effectiveMems the memory nodes members take memory from (v1 {@code cpuset.effective_mems} since Linux 3.17, v2
 *     {@code cpuset.mems.effective}); empty when the kernel does not report them
 * @param memoryPressure how often members had to reclaim memory themselves, see
 *     {@link CpusetController#memoryPressure()}; empty when the kernel does not report it, as on v2
 */
public record CpusetStats(Optional<IdSet> effectiveCpus, Optional<IdSet> effectiveMems, OptionalLong memoryPressure) {}
