package io.cgroups.internal.fs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupNotFoundException;
import io.cgroups.spi.KernelWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many files may be held open, and how their text is read. */
class HeldFilesTest {
    private static final String LIMITS = """
            Limit                     Soft Limit           Hard Limit           Units
            Max processes             100                  100                  processes
            Max open files            6                    20000                files
            """;

    private final LinuxKernelFiles files = new LinuxKernelFiles(Path.of("/proc"));

    @TempDir
    private Path dir;

    private Path file(String text) throws IOException {
        return Files.writeString(dir.resolve("file"), text);
    }

    @Test
    void halfOfTheDescriptorsOfTheProcessMayBeHeld() throws IOException {
        Path file = file("1\n");
        HeldFiles held = new HeldFiles(() -> LIMITS);
        List<KernelWatch> open = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            open.add(held.hold(() -> opened(file)).orElseThrow());
        }

        assertThat(held.hold(() -> opened(file))).isEmpty();
        open.get(0).close();
        open.get(0).close();
        Optional<KernelWatch> another = held.hold(() -> opened(file));
        assertThat(another).isPresent();
        assertThat(held.hold(() -> opened(file))).isEmpty();
        another.get().close();
        open.forEach(KernelWatch::close);
    }

    @Test
    void aFileThatIsForgottenGivesItsPlaceBack() throws Exception {
        Path file = file("1\n");
        HeldFiles held = new HeldFiles(() -> LIMITS);
        for (int i = 0; i < 3; i++) {
            assertThat(held.hold(() -> opened(file))).isPresent();
        }
        Optional<KernelWatch> another = Optional.empty();
        for (int i = 0; another.isEmpty() && i < 1000; i++) {
            System.gc();
            Thread.sleep(10);
            another = held.hold(() -> opened(file));
        }

        assertThat(another).isPresent();
        another.get().close();
    }

    private static OpenFile opened(Path file) {
        return new OpenFile(() -> java.nio.channels.FileChannel.open(file), refusal -> {
            throw new IllegalStateException(refusal);
        });
    }

    @Test
    void aFileThatIsMissingTakesNoPlace() {
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> files.hold(dir.resolve("missing"))).isInstanceOf(CgroupNotFoundException.class);
        }
    }

    @Test
    void aTextOfAnyLengthIsReadWholeAndAnew() throws IOException {
        Path file = file("");
        try (KernelWatch held = files.hold(file).orElseThrow()) {
            for (int length : new int[] {0, 1, 511, 512, 513, 1024, 70_000, 3}) {
                String text = "x".repeat(length);
                Files.writeString(file, text);
                assertThat(held.read()).isEqualTo(text);
                assertThat(files.read(file)).isEqualTo(text);
            }
        }
    }
}
