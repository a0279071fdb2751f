package io.cgroups.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What the kernel says of the calling thread. */
final class OwnThreads {
    private static final Path SELF = Path.of("/proc/thread-self");

    private OwnThreads() {}

    /** The kernel's id of the calling thread. */
    static long tid() {
        try {
            return Long.parseLong(String.valueOf(Files.readSymbolicLink(SELF).getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The groups of the calling thread, a line for each hierarchy. */
    static List<String> groups() {
        return lines(SELF.resolve("cgroup"));
    }

    /** How long a thread has run or has been ready to run. Time for which its group was throttled counts, too. */
    static Duration runnable(long tid) {
        String[] numbers = lines(Path.of("/proc/self/task", Long.toString(tid), "schedstat"))
                .get(0)
                .split(" ", 3);
        return Duration.ofNanos(Long.parseLong(numbers[0]) + Long.parseLong(numbers[1]));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
