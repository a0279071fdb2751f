package io.cgroups.internal.fs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.ValueRejectedException;
import io.cgroups.internal.event.SignalLoop;
import io.cgroups.spi.Signal;
import io.cgroups.spi.SignalSource;
import io.cgroups.spi.SignalSource.Change;
import io.cgroups.spi.SignalSource.Control;
import io.cgroups.spi.SignalSource.Look;
import io.cgroups.spi.SignalSource.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events without a way into the C library, shown on ordinary files. */
class TimedWaitsTest {
    private static final String CALM = "some avg10=0.00 avg60=0.00 avg300=0.00 total=0\n";

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final LinuxKernelFiles files = new LinuxKernelFiles(Path.of("/proc"));
    private final SignalLoop loop = new SignalLoop(
            first -> new TimedWaits(files, new UnsatisfiedLinkError("no jnidispatch")), System::nanoTime);

    @TempDir
    private Path dir;

    private Signal on(SignalSource source) {
        return loop.on(source, new Signal.Listener() {
            @Override
            public void fired(Signal signal, long times) {
                told.add(signal.read());
                Thread.currentThread().interrupt();
            }

            @Override
            public void ended(CgroupException why) {
                told.add("ended");
            }
        });
    }

    private String next() throws InterruptedException {
        String text = told.poll(30, TimeUnit.SECONDS);
        assertThat(text).as("what is told").isNotNull();
        return text;
    }

    /** A text that is not shorter than the one before takes its place in one step, as those of a kernel do. */
    private Path file(String name, String text) throws IOException {
        return Files.writeString(dir.resolve(name), text, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    @Test
    void aChangeIsFoundByComparing() throws Exception {
        Path file = file("cgroup.events", "populated 0");
        try (Signal signal = on(new Change(file))) {
            assertThat(told.poll(100, TimeUnit.MILLISECONDS)).isNull();
            file("cgroup.events", "populated 1");
            assertThat(next()).isEqualTo("populated 1");
            file("cgroup.events", "populated 0");
            assertThat(next()).isEqualTo("populated 0");
            assertThat(signal.read()).isEqualTo("populated 0");
        }
    }

    @Test
    void aStallIsFoundByAdding() throws Exception {
        Path file = file("cpu.pressure", CALM);
        try (Signal signal = on(new Trigger(file, "some 150000 1000000"))) {
            file("cpu.pressure", CALM.replace("total=0", "total=160000"));
            assertThat(next()).isEqualTo(signal.read());
        }
    }

    @Test
    void theTimePasses() throws Exception {
        Path file = file("tasks", "1\n");
        Signal signal = on(new Look(file, Duration.ofMillis(5)));
        assertThat(next()).isEqualTo("1\n");
        file("tasks", "2\n");
        while (!next().equals("2\n")) {
            assertThat(signal.read()).isEqualTo("2\n");
        }
        signal.close();
        assertThatThrownBy(signal::read).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatOnlyTheKernelCanCountIsRefused() throws IOException {
        Path file = file("memory.oom_control", "");
        assertThatThrownBy(() -> on(new Control(file, dir.resolve("cgroup.event_control"), "")))
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("jna.tmpdir")
                .hasMessageContaining("no jnidispatch")
                .hasCauseInstanceOf(LinkageError.class);
    }

    @Test
    void pressureThatIsNotMeasuredIsToldFromAGroupThatIsGone() throws IOException {
        Trigger trigger = new Trigger(dir.resolve("cpu.pressure"), "some 150000 1000000");
        assertThatThrownBy(() -> on(trigger)).isInstanceOf(CgroupNotFoundException.class);
        file("cgroup.procs", "");
        assertThatThrownBy(() -> on(trigger))
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("psi=0");
    }

    @Test
    void whatIsNotThereOrNoTriggerIsRefused() throws IOException {
        Path file = file("cpu.pressure", CALM);
        assertThatThrownBy(() -> on(new Trigger(file, "some 1 2"))).isInstanceOf(ValueRejectedException.class);
        assertThatThrownBy(() -> on(new Change(dir.resolve("nothing")))).isInstanceOf(CgroupNotFoundException.class);
    }
}
