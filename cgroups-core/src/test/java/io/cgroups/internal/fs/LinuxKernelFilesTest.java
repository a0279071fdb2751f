package io.cgroups.internal.fs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupIoException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Errno;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gate to a real kernel promises about any file; an ordinary directory stands in for a hierarchy. */
class LinuxKernelFilesTest {
    private final LinuxKernelFiles files = new LinuxKernelFiles(Path.of("/proc"));

    @TempDir
    private Path dir;

    private Path file;
    private Path link;

    @BeforeEach
    void makeFiles() throws IOException {
        file = Files.writeString(dir.resolve("cpu.shares"), "1024\n");
        link = Files.createSymbolicLink(dir.resolve("cpu.link"), file);
    }

    @Test
    void aFileThatMayBeMissingIsFoundOrNot() {
        assertThat(files.find(file)).contains("1024\n");
        assertThat(files.find(dir.resolve("cpu.idle"))).isEmpty();
        assertThat(files.find(dir.resolve("gone").resolve("cpu.idle"))).isEmpty();
        assertThatThrownBy(() -> files.find(link))
                .isInstanceOfSatisfying(
                        CgroupIoException.class, e -> assertThat(e.errno()).contains(Errno.ELOOP));
    }

    @Test
    void neitherReadingNorWritingFollowsALink() throws IOException {
        assertThatThrownBy(() -> files.read(link)).isInstanceOfSatisfying(CgroupIoException.class, e -> {
            assertThat(e.errno()).contains(Errno.ELOOP);
            assertThat(e.hint()).contains("symbolic link");
        });
        assertThatThrownBy(() -> files.write(link, "2")).isInstanceOfSatisfying(CgroupIoException.class, e -> {
            assertThat(e.errno()).contains(Errno.ELOOP);
            assertThat(e.data()).contains("2");
        });
        assertThat(file).hasContent("1024\n");
    }

    @Test
    void writingNeitherMakesAFileNorCutsOneShort() throws IOException {
        assertThatThrownBy(() -> files.write(dir.resolve("cpu.idle"), "1"))
                .isInstanceOfSatisfying(CgroupNotFoundException.class, e -> {
                    assertThat(e.operation()).isEqualTo("write");
                    assertThat(e.path()).contains(dir.resolve("cpu.idle"));
                    assertThat(e.hint()).contains("no such file");
                });
        assertThat(dir.resolve("cpu.idle")).doesNotExist();
        files.write(file, "2");
        assertThat(file).hasContent("2024\n");
    }

    @Test
    void anEmptyTextIsAMistakeBecauseTheKernelWouldNotSeeIt() {
        assertThatThrownBy(() -> files.write(file, "")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPendingInterruptBreaksNothingAndIsKept() {
        Thread.currentThread().interrupt();
        assertThat(files.read(file)).isEqualTo("1024\n");
        assertThat(Thread.interrupted()).isTrue();

        Thread.currentThread().interrupt();
        files.write(file, "4");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(file).hasContent("4024\n");
    }

    @Test
    void directoriesAndFilesAreToldApartAndLinksAreFiles() throws IOException {
        Files.createDirectory(dir.resolve("inner"));
        assertThat(files.directories(dir)).containsExactly("inner");
        assertThat(files.files(dir)).containsExactly("cpu.link", "cpu.shares");
    }

    @Test
    void makingADirectoryTellsWhetherItWasThere() {
        assertThat(files.createDirectory(dir.resolve("inner"))).isTrue();
        assertThat(files.createDirectory(dir.resolve("inner"))).isFalse();
        assertThatThrownBy(() -> files.createDirectory(file)).isInstanceOf(CgroupIoException.class);
    }
}
