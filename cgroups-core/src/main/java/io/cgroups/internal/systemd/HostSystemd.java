package io.cgroups.internal.systemd;

import io.cgroups.CgroupsUnavailableException;
import io.cgroups.Failure;
import io.cgroups.internal.fs.LinuxKernelFiles;
import io.cgroups.spi.KernelFiles;
import io.cgroups.systemd.ServiceManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The systemd of the host this JVM runs on. */
public final class HostSystemd implements Systemd {
    private static final String CONNECT = "connect to systemd";
    private static final Path PROC = Path.of("/proc");
    /** The sign that systemd itself tells programs to look for. */
    private static final Path RUNNING = Path.of("/run/systemd/system");

    private static final Path SYSTEM_BUS = Path.of("/run/dbus/system_bus_socket");

    private final KernelFiles files = new LinuxKernelFiles(PROC);
    private final Map<String, String> environment;

    /**
     * Makes it.
     *
     * @param environment the environment variables of this process
     */
    public HostSystemd(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public KernelFiles files() {
        return files;
    }

    @Override
    public long ownPid() {
        return ProcessHandle.current().pid();
    }

    @Override
    public ServiceManager usual() {
        return uid() == 0 ? ServiceManager.SYSTEM : ServiceManager.USER;
    }

    @Override
    public void requireRunning() {
        if (!files.exists(RUNNING)) {
            throw new CgroupsUnavailableException(Failure.of(
                            CONNECT,
                            "systemd does not run this host, or hides from this container; without it no scope is needed: "
                                    + "make groups with Cgroups.system()")
                    .at(RUNNING));
        }
    }

    @Override
    public UnitManager connect(ServiceManager manager, Duration limit) {
        String address = manager == ServiceManager.SYSTEM ? systemBus() : userBus();
        try {
            return DbusUnitManager.connect(address, limit);
        } catch (NoClassDefFoundError e) {
            CgroupsUnavailableException unavailable = new CgroupsUnavailableException(Failure.of(
                    CONNECT,
                    "add com.github.hypfvieh:dbus-java-core and com.github.hypfvieh:dbus-java-transport-native-unixsocket "
                            + "to the class path, or require the module org.freedesktop.dbus"));
            unavailable.initCause(e);
            throw unavailable;
        }
    }

    private String systemBus() {
        return variable("DBUS_SYSTEM_BUS_ADDRESS").orElse("unix:path=" + SYSTEM_BUS);
    }

    private String userBus() {
        return variable("DBUS_SESSION_BUS_ADDRESS").orElseGet(() -> {
            String runtime = variable("XDG_RUNTIME_DIR").orElseGet(() -> "/run/user/" + uid());
            Path socket = Path.of(runtime, "bus");
            if (!files.exists(socket)) {
                throw new CgroupsUnavailableException(Failure.of(
                                CONNECT,
                                "the user has no bus here, as when not logged in; set DBUS_SESSION_BUS_ADDRESS or "
                                        + "XDG_RUNTIME_DIR, or let the user's manager run all the time: loginctl "
                                        + "enable-linger")
                        .at(socket));
            }
            return "unix:path=" + socket;
        });
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** The user this process acts for: it owns its own entry in /proc. */
    private static int uid() {
        try {
            return (Integer) Files.getAttribute(PROC.resolve("self"), "unix:uid");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
