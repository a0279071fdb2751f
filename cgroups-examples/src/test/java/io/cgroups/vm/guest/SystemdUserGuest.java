package io.cgroups.vm.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A user without privileges has a systemd of its own, which delegates too; the machine is run by systemd. */
public class SystemdUserGuest {
    private static final int UID = 1000;
    private static final Path RUNTIME = Path.of("/run/user/" + UID);
    private static final String MANAGER = "user-manager.service";

    /** What logging in would start. */
    @BeforeEach
    void startManager() throws Exception {
        Files.createDirectories(RUNTIME);
        Files.setPosixFilePermissions(RUNTIME, PosixFilePermissions.fromString("rwx------"));
        Files.setAttribute(RUNTIME, "unix:uid", UID);
        unit("system/" + MANAGER, """
                [Service]
                Type=notify
                User=1000
                Slice=user-1000.slice
                Delegate=pids memory cpu
                Environment=XDG_RUNTIME_DIR=/run/user/1000
                ExecStart=/lib/systemd/systemd --user
                """);
        unit("user/dbus.socket", """
                [Socket]
                ListenStream=%t/bus
                """);
        unit("user/dbus.service", """
                [Unit]
                Requires=dbus.socket

                [Service]
                ExecStart=/bin/dbus-daemon --session --address=systemd: --nofork --nopidfile --systemd-activation
                """);
        unit("user/default.target.d/bus.conf", """
                [Unit]
                Requires=dbus.socket
                After=dbus.socket
                """);
        SystemdMachine.systemctl("daemon-reload");
        assertThat(SystemdMachine.systemctl("start", MANAGER)).isEmpty();
    }

    private static void unit(String name, String text) throws IOException {
        Path file = Path.of("/run/systemd").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @AfterEach
    void stopManager() throws Exception {
        SystemdMachine.systemctl("stop", MANAGER);
    }

    @Test
    void theUsersSystemdDelegatesAScopeToAProgramOfTheUser() throws Exception {
        String java = ProcessHandle.current().info().command().orElseThrow();
        String classPath = System.getProperty("java.class.path");

        String said = SystemdMachine.output(List.of(
                "su",
                "user",
                "-c",
                "XDG_RUNTIME_DIR=" + RUNTIME + " exec " + java + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "
                        + classPath + " " + UserScopeProgram.class.getName()));

        String scope = "user.slice/user-1000.slice/user-manager.service/app.slice/of-user.scope";
        assertThat(said).contains("scope " + scope, "process 0::/" + scope + "/evacuated", "limit 20000 100000");
    }
}
