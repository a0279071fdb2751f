package io.cgroups.event;

/** What members wait for; see {@link io.cgroups.pressure.GroupPressure}. */
public enum PressureResource {
    /** A CPU, also because of a quota; {@code cpu.pressure}. */
    CPU,
    /** Memory: reclaim, swapping in, reading back what was dropped; {@code memory.pressure}. */
    MEMORY,
    /** Block devices; {@code io.pressure}. */
    IO
}
