package io.cgroups.examples.agent.demo;

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

/** The demo where it cannot be. */
class DemoTest {

    @Test
    void whoMayNotMakeGroupsIsToldWhyAndWhatToDo() {
        Cgroups readOnly = Cgroups.builder()
                .kernel(new ForwardingKernelFiles(InMemoryKernel.v1()) {
                    @Override
                    public boolean createDirectory(Path directory) {
                        throw CgroupIoException.of(Failure.of("create", directory, Errno.EACCES), null);
                    }
                })
                .build();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        assertThat(Demo.start(readOnly, new PrintStream(output, true, UTF_8))).isEmpty();
        assertThat(output.toString(UTF_8))
                .startsWith("The groups of the demo cannot be made here: ")
                .contains("EACCES")
                .contains(readOnly.diagnose().toString());
    }
}
