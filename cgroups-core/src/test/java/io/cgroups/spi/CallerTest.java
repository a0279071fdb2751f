package io.cgroups.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.contract.UserKernel;
import io.cgroups.testkit.InMemoryKernel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A command names the user as root would. */
class CallerTest {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path MAP = Path.of("/proc/self/uid_map");
    private final UserKernel kernel =
            new UserKernel(InMemoryKernel.v2()).with(STATUS, "Name:\tjava\nUid:\t1000\t1000\t1000\t1000\n");

    @Test
    void itIsTheNameThatTheJvmKnows() {
        kernel.with(MAP, "         0          0 4294967295\n");
        assertThat(Caller.of(kernel)).isEqualTo(new Caller(System.getProperty("user.name"), "as root"));
    }

    @Test
    void inAUserNamespaceItIsTheNumberOutside() {
        kernel.with(MAP, "         0     100000      65536\n");
        Caller caller = Caller.of(kernel);
        assertThat(caller.name()).isEqualTo("101000");
        assertThat(caller.rootIs()).contains("outside of this user namespace");
    }
}
