package io.cgroups.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cgroups.CgroupException;
import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import io.cgroups.internal.fs.LinuxKernelFiles;
import io.cgroups.spi.KernelEvents;
import io.cgroups.spi.Signal;
import io.cgroups.spi.SignalSource.Look;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that may have few files open, and waits for more than that. */
public final class ManySignals {
    private static final int FILES = 200;

    private ManySignals() {}

    /** Runs it, and returns what it found. */
    static String run(Path file) throws IOException {
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -n " + FILES + " && exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManySignals.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = process.getInputStream()) {
            return new String(output.readAllBytes(), UTF_8).strip();
        }
    }

    private static final Signal.Listener NOBODY = new Signal.Listener() {
        @Override
        public void fired(Signal signal, long times) {
            // Nobody wants to know.
        }

        @Override
        public void ended(CgroupException why) {
            // Nobody wants to know.
        }
    };

    /** Runs in that JVM. */
    public static void main(String[] arguments) throws Exception {
        Look look = new Look(Path.of(arguments[0]), Duration.ofHours(1));
        KernelEvents events = new LinuxKernelFiles(Path.of("/proc")).events().orElseThrow();
        // What is needed to refuse and to count has to be loaded while files can be opened.
        refusal(events, new Look(look.file().resolveSibling("nothing"), look.interval()));
        events.on(look, NOBODY).close();
        EventsThreadContract.descriptors();
        TimeUnit.MILLISECONDS.sleep(500);
        long before = EventsThreadContract.descriptors();

        List<Signal> signals = new ArrayList<>();
        Errno errno = fill(events, look, signals);
        int most = signals.size();
        signals.remove(signals.size() - 1).close();
        fill(events, look, signals);
        boolean isSame = signals.size() == most;
        signals.forEach(Signal::close);
        long after = EventsThreadContract.descriptors();
        for (int i = 0; i < 100 && after > before; i++) {
            TimeUnit.MILLISECONDS.sleep(50);
            after = EventsThreadContract.descriptors();
        }
        System.out.println(errno
                + (isSame && after <= before
                        ? ", and nothing was left open"
                        : ": " + most + " and then " + signals.size() + "; " + before + " and then " + after));
    }

    private static Errno fill(KernelEvents events, Look look, List<Signal> signals) {
        while (true) {
            try {
                signals.add(events.on(look, NOBODY));
            } catch (CgroupIoException e) {
                return e.errno().orElse(Errno.UNKNOWN);
            }
        }
    }

    private static void refusal(KernelEvents events, Look missing) {
        try {
            events.on(missing, NOBODY).close();
        } catch (CgroupIoException e) {
            return;
        }
        throw new IllegalStateException("not refused: " + missing);
    }
}
