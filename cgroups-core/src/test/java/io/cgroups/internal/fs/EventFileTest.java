package io.cgroups.internal.fs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.internal.linux.PolledFile;
import io.cgroups.spi.KernelClock;
import io.cgroups.spi.KernelWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a wait for a file goes over to sleeping until the kernel wakes it, and what happens where that cannot be. */
class EventFileTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    private final List<Long> pauses = new ArrayList<>();
    private final List<Path> opened = new ArrayList<>();

    @TempDir
    private Path dir;

    @AfterEach
    void clearInterrupt() {
        Thread.interrupted();
    }

    private final KernelClock clock = new KernelClock() {
        @Override
        public long nanoTime() {
            return 0;
        }

        @Override
        public void sleep(Duration time) {
            pauses.add(time.toMillis());
        }
    };

    /** What the JDK has opened. */
    private static class ByJdk implements KernelWatch {
        private final Path file;
        private boolean isClosed;

        ByJdk(Path file) {
            this.file = file;
        }

        @Override
        public String read() {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw refusal(e);
            }
        }

        @Override
        public boolean awaitChange(Duration limit) {
            throw new IllegalStateException("not asked for");
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }

    private static CgroupIoException refusal(IOException e) {
        return CgroupIoException.of(
                Failure.of("read", Path.of("/x"), Errno.ENODEV).withHint("" + e.getMessage()), e);
    }

    private EventFile watch(KernelWatch byJdk, Path file, EventFile.Polling polling) {
        return new EventFile(
                file,
                byJdk,
                path -> {
                    opened.add(path);
                    return polling.open(path);
                },
                EventFileTest::refusal,
                clock);
    }

    private static void awaitChanges(KernelWatch watch, int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            watch.read();
            assertThat(watch.awaitChange(LONG)).isFalse();
        }
    }

    @Test
    void shortWaitsDoWithoutTheLibraryOfC() throws Exception {
        Path file = Files.writeString(dir.resolve("cgroup.events"), "populated 1\n");
        awaitChanges(watch(new ByJdk(file), file, PolledFile::open), 5);
        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L);
        assertThat(opened).isEmpty();
    }

    @Test
    void withoutTheLibraryOfCThePausesGoOn() throws Exception {
        Path file = Files.writeString(dir.resolve("cgroup.events"), "populated 1\n");
        EventFile watch = watch(new ByJdk(file), file, path -> {
            throw new UnsatisfiedLinkError("no jnidispatch");
        });
        awaitChanges(watch, 8);
        assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 50L, 50L);
        assertThat(opened).containsExactly(file);
        assertThat(watch.read()).isEqualTo("populated 1\n");
    }

    @Test
    void aLongWaitHoldsOneDescriptorOnly() throws Exception {
        Path file = Files.writeString(dir.resolve("cgroup.events"), "populated 1\n");
        ByJdk byJdk = new ByJdk(file);
        try (EventFile watch = watch(byJdk, file, PolledFile::open)) {
            awaitChanges(watch, 5);
            watch.awaitChange(Duration.ofMillis(1));
            assertThat(byJdk.isClosed).isTrue();
            Files.writeString(file, "populated 0\n");
            assertThat(watch.read()).isEqualTo("populated 0\n");
        }
        assertThat(opened).containsExactly(file);
    }

    @Test
    void aChangeBetweenTheLastLookAndTheFirstSleepIsSeen() throws Exception {
        Path file = Files.writeString(dir.resolve("cgroup.events"), "populated 1\n");
        try (EventFile watch = watch(new ByJdk(file), file, PolledFile::open)) {
            awaitChanges(watch, 5);
            watch.read();
            Files.writeString(file, "populated 0\n");
            assertThat(watch.awaitChange(LONG)).isTrue();
        }
    }

    @Test
    void aGroupThatIsGoneIsNotTakenForANewOneOfItsName() throws Exception {
        Path file = Files.writeString(dir.resolve("cgroup.events"), "populated 1\n");
        boolean[] isGone = new boolean[1];
        KernelWatch old = new ByJdk(file) {
            @Override
            public String read() {
                if (isGone[0]) {
                    throw refusal(new IOException("gone"));
                }
                return super.read();
            }
        };
        EventFile watch = watch(old, file, PolledFile::open);
        awaitChanges(watch, 5);
        watch.read();
        isGone[0] = true;
        assertThat(watch.awaitChange(LONG)).isFalse();
        assertThat(opened).containsExactly(file);
        assertThatThrownBy(watch::read).isInstanceOf(CgroupIoException.class);
    }

    @Test
    void anInterruptEndsTheSleep() throws Exception {
        Path file = Files.writeString(dir.resolve("cgroup.events"), "populated 1\n");
        try (EventFile watch = watch(new ByJdk(file), file, PolledFile::open)) {
            awaitChanges(watch, 5);
            watch.awaitChange(Duration.ofMillis(1));
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> watch.awaitChange(LONG)).isInstanceOf(InterruptedException.class);
            assertThat(Thread.interrupted()).isFalse();
        }
    }
}
