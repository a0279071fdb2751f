package io.cgroups.vm.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.contract.LinuxHost;
import io.cgroups.contract.Shell;
import io.cgroups.devices.ContainerDevices;
import io.cgroups.devices.DevicePolicy;
import io.cgroups.devices.DeviceRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs can that files cannot: the whole policy changes at once, also the default, also above other groups. */
public class V2DevicesGuest {
    private final LinuxHost host = new LinuxHost();

    @TempDir
    private Path directory;

    private Cgroup box;

    @BeforeEach
    void makeGroup() {
        host.assumeV2(Controller.DEVICES);
        box = host.cgroups().create(host.newName(), Controller.DEVICES);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    /** A member looks all the time, and ends at once when something is not as it expects. */
    private void changeWhileMemberTries(Cgroup group, String check, DevicePolicy first, DevicePolicy second)
            throws IOException {
        box.devices().policy(first);
        Path gate = Files.createFile(directory.resolve("gate"));
        Shell member = Shell.start(
                group, "n=0; while [ -e " + gate + " ]; do " + check + " || exit 1; n=$((n + 1)); done; echo tried $n");
        try {
            for (int i = 0; i < 150; i++) {
                box.devices().policy(second).policy(first);
            }
        } finally {
            Files.delete(gate);
        }
        assertThat(member.end()).matches("tried [1-9]\\d*");
    }

    @Test
    void whatBothAllowIsNeverDeniedAlsoWhenTheDefaultChanges() throws IOException {
        changeWhileMemberTries(
                box,
                "{ : ; } < /dev/zero && { : ; } <> /dev/null",
                DevicePolicy.allowAll().deny(DeviceRule.parse("b *:* rwm")),
                DevicePolicy.denyAll().allow(ContainerDevices.ZERO, ContainerDevices.NULL));
    }

    @Test
    void whatBothDenyIsNeverAllowedNeitherBelow() throws IOException {
        changeWhileMemberTries(
                box.child("inner"),
                "! ( { : ; } < /dev/zero ) 2> /dev/null",
                DevicePolicy.allowAll().deny(ContainerDevices.ZERO),
                DevicePolicy.denyAll().allow(ContainerDevices.NULL));
    }
}
