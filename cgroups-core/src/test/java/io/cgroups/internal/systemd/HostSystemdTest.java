package io.cgroups.internal.systemd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.cgroups.CgroupTimeoutException;
import io.cgroups.CgroupsUnavailableException;
import io.cgroups.systemd.ServiceManager;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connecting to a bus that is not what it should be; no systemd is needed for that. */
class HostSystemdTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    /** The library wants the id of the machine before it connects; every host of systemd has one, a container need not. */
    private static void assumeMachineId() {
        assumeThat(List.of("/var/lib/dbus/machine-id", "/etc/machine-id"))
                .anySatisfy(file -> assertThat(Path.of(file)).isNotEmptyFile());
    }

    private Path socket() {
        return directory.resolve("bus");
    }

    private HostSystemd systemd() {
        return new HostSystemd(Map.of("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + socket()));
    }

    @Test
    void aBusThatSaysNothingIsATimeoutAndLeavesNoThread() throws Exception {
        assumeMachineId();
        try (ServerSocketChannel silent = server()) {
            assertThat(silent.isOpen()).isTrue();
            assertThatThrownBy(() -> systemd().connect(ServiceManager.SYSTEM, Duration.ofMillis(500)))
                    .isInstanceOf(CgroupTimeoutException.class)
                    .hasMessageContaining(socket().toString());

            for (int i = 0; i < 100 && isConnecting(); i++) {
                Thread.sleep(50);
            }
            assertThat(isConnecting()).isFalse();
        }
    }

    @Test
    void anInterruptIsKept() throws Exception {
        assumeMachineId();
        try (ServerSocketChannel silent = server()) {
            assertThat(silent.isOpen()).isTrue();
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> systemd().connect(ServiceManager.SYSTEM, Duration.ofMillis(500)))
                    .isInstanceOf(CgroupTimeoutException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aBusThatIsNotThereIsUnavailable() {
        assertThatThrownBy(() -> systemd().connect(ServiceManager.SYSTEM, LIMIT))
                .isInstanceOf(CgroupsUnavailableException.class)
                .hasMessageContaining(socket().toString());
        assertThatThrownBy(() -> new HostSystemd(Map.of("XDG_RUNTIME_DIR", directory.toString()))
                        .connect(ServiceManager.USER, LIMIT))
                .isInstanceOf(CgroupsUnavailableException.class)
                .hasMessageContaining(socket().toString());
    }

    @Test
    void anAddressThatMakesNoSenseIsUnavailable() {
        HostSystemd systemd = new HostSystemd(Map.of("DBUS_SESSION_BUS_ADDRESS", "nonsense"));

        assertThatThrownBy(() -> systemd.connect(ServiceManager.USER, LIMIT))
                .isInstanceOf(CgroupsUnavailableException.class)
                .hasMessageContaining("nonsense");
    }

    private ServerSocketChannel server() throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket()));
    }

    private static boolean isConnecting() {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("cgroups-bus-connect"));
    }
}
