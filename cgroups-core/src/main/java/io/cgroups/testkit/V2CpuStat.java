package io.cgroups.testkit;

import java.time.Duration;

/** The CPU time that members have used, which every group of the unified hierarchy tells; the cpu controller adds lines. */
final class V2CpuStat {
    private static final long NANOS_PER_USEC = 1000;

    /** What one group has used. */
    private static final class State {
        private double nanos;
    }

    private V2CpuStat() {}

    static void populate(MemGroup group) {
        State state = group.keep(new State());
        group.file("cpu.stat", MemFile.readOnly(() -> {
            long usage = (long) (state.nanos / NANOS_PER_USEC);
            long user = (long) (usage * CpuTime.USER_PART);
            String bandwidth = group.find(CfsBandwidth.class)
                    .map(cpu -> "\n" + cpu.stat("usec", NANOS_PER_USEC))
                    .orElse("");
            return "usage_usec " + usage + "\nuser_usec " + user + "\nsystem_usec " + (usage - user) + bandwidth;
        }));
    }

    static void advance(MemGroup group, Duration time) {
        group.state(State.class).nanos += CpuTime.used(group) * time.toNanos();
    }
}
