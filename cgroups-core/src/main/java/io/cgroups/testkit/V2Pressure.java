package io.cgroups.testkit;

import io.cgroups.Errno;
import io.cgroups.testkit.MemFile.Cell;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much members of a group wait for CPU, memory or I/O, which is never here; and the switch for measuring it. */
final class V2Pressure {
    private static final List<String> FILES = List.of("cpu.pressure", "io.pressure", "memory.pressure");
    private static final String NONE = " avg10=0.00 avg60=0.00 avg300=0.00 total=0";
    private static final Pattern TRIGGER = Pattern.compile("(?:some|full) (\\d{1,18}) (\\d{1,18})");
    private static final long MIN_WINDOW_US = 500_000;
    private static final long MAX_WINDOW_US = 10_000_000;

    private V2Pressure() {}

    static void populate(MemGroup group) {
        Cell<Boolean> on = new Cell<>(true);
        group.file("cgroup.pressure", MemFile.of(() -> on.get() ? "1" : "0", text -> {
            on.set(KernelText.inRange(KernelText.number(text), 0, 1, Errno.ERANGE) == 1);
            show(group, on.get());
        }));
        show(group, true);
    }

    private static void show(MemGroup group, boolean on) {
        if (on) {
            FILES.forEach(file ->
                    group.file(file, MemFile.of(() -> "some" + NONE + "\nfull" + NONE, V2Pressure::checkTrigger)));
        } else {
            FILES.forEach(group.files()::remove);
        }
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
