package io.cgroups.testkit;

import io.cgroups.Errno;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/** How much members of a group wait for CPU, for memory and I/O never; and the switch for measuring it. */
final class V2Pressure {
    private static final String CPU = "cpu.pressure";
    private static final List<String> FILES = List.of(CPU, "io.pressure", "memory.pressure");
    private static final String NONE = new V2Stall("some") + "\n" + new V2Stall("full");
    private static final Pattern TRIGGER = Pattern.compile("(?:some|full) (\\d{1,18}) (\\d{1,18})");
    private static final long MIN_WINDOW_US = 500_000;
    private static final long MAX_WINDOW_US = 10_000_000;

    /** What one group has lost while it was measured; waiting for CPU time is all that is simulated. */
    private static final class State {
        private final V2Stall some = new V2Stall("some");
        private final V2Stall full = new V2Stall("full");
        private boolean on = true;
    }

    private V2Pressure() {}

    static void populate(MemGroup group) {
        State state = group.keep(new State());
        group.file("cgroup.pressure", MemFile.of(() -> state.on ? "1" : "0", text -> {
            state.on = KernelText.inRange(KernelText.number(text), 0, 1, Errno.ERANGE) == 1;
            show(group, state);
        }));
        show(group, state);
    }

    private static void show(MemGroup group, State state) {
        if (!state.on) {
            FILES.forEach(group.files()::remove);
            return;
        }
        FILES.forEach(file -> group.file(file, MemFile.of(() -> NONE, V2Pressure::checkTrigger)));
        group.file(CPU, MemFile.of(() -> state.some + "\n" + state.full, V2Pressure::checkTrigger));
    }

    static void advance(MemGroup group, Duration time) {
        State state = group.state(State.class);
        double[] waiting = group.subtree().stream()
                .flatMap(below -> below.pids().stream())
                .mapToDouble(pid -> waiting(group.hierarchy().kernel(), pid))
                .filter(part -> part >= 0)
                .toArray();
        if (state.on) {
            state.some.advance(DoubleStream.of(waiting).max().orElse(0), time);
            // The machine as a whole always runs somebody.
            state.full.advance(
                    group.isRoot() ? 0 : DoubleStream.of(waiting).min().orElse(0), time);
        }
    }

    /** The part of its time that a process waits for a CPU; negative when it wants none. */
    private static double waiting(InMemoryKernel kernel, long pid) {
        double wanted = kernel.processes().demandOf(pid);
        return wanted == 0 ? -1 : 1 - CpuTime.granted(kernel, pid) / wanted;
    }

    /** A trigger lives as long as the file is open, so after a write through the gate nothing is left of it. */
    private static void checkTrigger(String text) {
        Matcher matcher = TRIGGER.matcher(text);
        if (!matcher.matches()) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        long window = KernelText.inRange(Long.parseLong(matcher.group(2)), MIN_WINDOW_US, MAX_WINDOW_US, Errno.EINVAL);
        KernelText.inRange(Long.parseLong(matcher.group(1)), 1, window, Errno.EINVAL);
    }
}
