package io.cgroups.examples.agent.watch;

/**
 * What one group did in the second before a moment. NaN is what is not known: the kernel does not report it, or there is no earlier
 * reading to compare with. Small, as ten minutes of a thousand groups are kept: a float tells enough for a chart. Immutable.
 *
 * @param time when, in milliseconds since 1970
 * @param cpu CPU time used per time: 1.5 is one CPU and a half
 * @param quota what it may use of that, infinite when unlimited
 * @param periods periods of the quota that passed
 * @param throttled how many of them were throttled
 * @param memory working set in bytes
 * @param memoryLimit the limit of the group and those above in bytes, infinite when unlimited
 * @param cpuPressure part of the time that some member waited for a CPU, 0 to 1
 * @param memoryPressure the same for memory
 * @param ioPressure the same for block devices
 */
public record Point(
        long time,
        float cpu,
        float quota,
        float periods,
        float throttled,
        float memory,
        float memoryLimit,
        float cpuPressure,
        float memoryPressure,
        float ioPressure) {

    /** A moment of which nothing is known. */
    static Point unknown(long time) {
        float none = Float.NaN;
        return new Point(time, none, none, none, none, none, none, none, none, none);
    }

    /**
     * The part of the periods that was throttled.
     *
     * @return 0 to 1; 0 when no period passed, as for a group that has nothing to do
     */
    public float throttledRatio() {
        return periods == 0 ? 0 : throttled / periods;
    }

    /**
     * The part of the limit that the working set takes.
     *
     * @return 0 to 1; NaN when there is no limit
     */
    public float memoryRatio() {
        return Float.isInfinite(memoryLimit) || memoryLimit == 0 ? Float.NaN : memory / memoryLimit;
    }

    /**
     * The worst of the three pressures.
     *
     * @return 0 to 1; NaN when none is measured
     */
    public float pressure() {
        return maxKnown(cpuPressure, maxKnown(memoryPressure, ioPressure));
    }

    private static float maxKnown(float one, float other) {
        if (Float.isNaN(one)) {
            return other;
        }
        return Float.isNaN(other) ? one : Math.max(one, other);
    }
}
