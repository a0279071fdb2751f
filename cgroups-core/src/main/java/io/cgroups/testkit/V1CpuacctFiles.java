package io.cgroups.testkit;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/** The cpuacct controller of v1: CPU time, of which nine tenths count as user time, on two CPUs. */
final class V1CpuacctFiles implements MemController {
    private static final double SYSTEM_PART = 1 - CpuTime.USER_PART;
    private static final double NANOS_PER_TICK = 1e7;
    private static final int CPUS = 2;

    /** What one group has used. */
    static final class State {
        private double nanos;
        private double shown;

        /** What cpuacct.stat tells: it does not follow a reset, but stands still until the usage has caught up. */
        private double shown() {
            shown = Math.max(shown, nanos);
            return shown;
        }

        private double user() {
            return nanos * CpuTime.USER_PART;
        }

        private double system() {
            return nanos * SYSTEM_PART;
        }
    }

    @Override
    public void populate(MemGroup group) {
        State state = group.keep(new State());
        group.file("cpuacct.usage", MemFile.of(() -> whole(state.nanos), text -> {
            KernelText.number(text, 0, 0);
            state.nanos = 0;
        }));
        group.file("cpuacct.usage_user", MemFile.readOnly(() -> whole(state.user())));
        group.file("cpuacct.usage_sys", MemFile.readOnly(() -> whole(state.system())));
        group.file("cpuacct.usage_percpu", perCpu(() -> state.nanos));
        group.file("cpuacct.usage_percpu_user", perCpu(state::user));
        group.file("cpuacct.usage_percpu_sys", perCpu(state::system));
        group.file("cpuacct.usage_all", MemFile.readOnly(() -> {
            String each = " " + whole(state.user() / CPUS) + " " + whole(state.system() / CPUS);
            return "cpu user system\n0" + each + "\n1" + each;
        }));
        group.file(
                "cpuacct.stat",
                MemFile.readOnly(() -> "user " + whole(state.shown() * CpuTime.USER_PART / NANOS_PER_TICK) + "\nsystem "
                        + whole(state.shown() * SYSTEM_PART / NANOS_PER_TICK)));
    }

    /** A number for each CPU and, as the kernel has it, a space after each. */
    private static MemFile perCpu(DoubleSupplier nanos) {
        return MemFile.readOnly(() -> (whole(nanos.getAsDouble() / CPUS) + " ").repeat(CPUS));
    }

    private static String whole(double number) {
        return Long.toString((long) number);
    }

    @Override
    public void advance(MemGroup group, Duration time) {
        group.state(State.class).nanos += CpuTime.used(group) * time.toNanos();
    }
}
