package io.cgroups.internal.fs;

import io.cgroups.CgroupIoException;
import io.cgroups.internal.event.Held;
import io.cgroups.internal.event.StallWindow;
import io.cgroups.spi.KernelFiles;
import io.cgroups.spi.KernelWatch;
import io.cgroups.spi.SignalSource.Change;
import io.cgroups.spi.SignalSource.Look;
import io.cgroups.spi.SignalSource.Trigger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** What is looked at because the kernel does not tell, or cannot be asked to. */
final class JudgedFiles {
    /** How late an event may come that the kernel would tell of itself. */
    private static final Duration OFTEN = Duration.ofMillis(25);

    /** Stalls are short, and their end is not told. */
    private static final Duration STALLS = Duration.ofMillis(20);

    /** On v1 the kernel keeps the answer for whoever reads such a file again without opening it anew. */
    private static final Set<String> LISTS = Set.of("cgroup.procs", "tasks");

    private final KernelFiles files;

    JudgedFiles(KernelFiles files) {
        this.files = files;
    }

    Held changing(Change source) {
        return open(source.file(), OFTEN, text -> Optional.of(new Changed(text)))
                .orElseThrow();
    }

    Held look(Look source) {
        return open(source.file(), source.interval(), text -> Optional.of(each -> true))
                .orElseThrow();
    }

    /** Empty when no kernel would take the trigger. */
    Optional<Held> trigger(Trigger source) {
        try {
            return open(
                    source.file(),
                    STALLS,
                    text -> StallWindow.begin(source.trigger(), () -> System.nanoTime() / 1000, text)
                            .map(window -> window));
        } catch (CgroupIoException e) {
            throw EventRefusals.ofTrigger(files, e);
        }
    }

    private Optional<Held> open(Path file, Duration interval, Function<String, Optional<Predicate<String>>> judging) {
        GoneFile gone = new GoneFile(file);
        KernelWatch open = isList(file) ? new OpenList(files, file) : files.watch(file);
        try {
            Optional<Predicate<String>> judge = judging.apply(open.read());
            if (judge.isEmpty()) {
                open.close();
            }
            return judge.map(each -> new JudgedFile(open, gone, interval, each));
        } catch (RuntimeException e) {
            open.close();
            throw e;
        }
    }

    static boolean isList(Path file) {
        return LISTS.contains(String.valueOf(file.getFileName()));
    }

    /** Says whether a text is another one than before. */
    private static final class Changed implements Predicate<String> {
        private String last;

        Changed(String first) {
            this.last = first;
        }

        @Override
        public boolean test(String text) {
            boolean isSame = text.equals(last);
            last = text;
            return !isSame;
        }
    }
}
