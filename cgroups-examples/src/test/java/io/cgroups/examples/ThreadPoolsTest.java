package io.cgroups.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.CgroupIoException;
import io.cgroups.Cgroups;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.spi.ForwardingKernelFiles;
import io.cgroups.testkit.InMemoryKernel;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The two pools where the kernel cannot be used. */
class ThreadPoolsTest {

    @Test
    void whoMayNotMakeGroupsIsToldWhyAndWhatToDo() {
        Cgroups readOnly = Cgroups.builder()
                .kernel(new ForwardingKernelFiles(InMemoryKernel.v1()) {
                    @Override
                    public boolean createDirectory(Path directory) {
                        throw CgroupIoException.of(
                                Failure.of("create", directory, Errno.EACCES).withHint("needs root"), null);
                    }
                })
                .build();
        ByteArrayOutputStream output = new ByteArrayOutputStream();

        assertThat(ThreadPools.run(readOnly, new PrintStream(output, true, UTF_8), false))
                .isEqualTo(1);
        assertThat(output.toString(UTF_8).lines().toList())
                .hasSize(3)
                .first()
                .isEqualTo("This user may not make groups below the one that this JVM is in.");
        assertThat(output.toString(UTF_8)).contains("EACCES").contains("limit-myself");
    }
}
