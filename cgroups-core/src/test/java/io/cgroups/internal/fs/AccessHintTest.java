package io.cgroups.internal.fs;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.spi.ForwardingKernelFiles;
import io.cgroups.spi.KernelFiles;
import io.cgroups.testkit.InMemoryKernel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AccessHintTest {

    /** Looking for the hierarchy reads files of it, and would ask for the next hint. */
    @Test
    void theHintOfARefusedReadReadsNothing() {
        KernelFiles unreadable = new ForwardingKernelFiles(InMemoryKernel.v2()) {
            @Override
            public String read(Path file) {
                throw new AssertionError("reads " + file);
            }
        };
        assertThat(AccessHint.of(unreadable, "read", Path.of("/sys/fs/cgroup/cgroup.controllers")))
                .isEqualTo("needs root, or the owner of the file");
    }
}
