package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.devices.ContainerDevices;
import io.cgroups.devices.DevicePolicy;
import io.cgroups.devices.DeviceRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel this runs on really keeps members from devices, be it by its controller of v1 or by a program of v2. */
public abstract class DevicesEnforcementContract {
    private static final String OPEN_ZERO = "{ head -c 1 | wc -c; } < /dev/zero";
    private static final String NOT_PERMITTED = "Operation not permitted";

    private final LinuxHost host = new LinuxHost();

    @TempDir
    private Path directory;

    private Cgroup box;

    @BeforeEach
    void makeGroup() {
        host.assumeHas(Controller.DEVICES);
        box = host.cgroups().create(host.newName(), Controller.DEVICES);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void aMemberOpensWhatIsAllowedAndNothingElse() throws IOException {
        assertThat(Shell.run(box, OPEN_ZERO)).isEqualTo("1");

        box.devices().policy(DevicePolicy.denyAll());
        assertThat(Shell.run(box, OPEN_ZERO)).contains(NOT_PERMITTED);

        box.devices().allow(DeviceRule.parse("c 1:5 r"));
        assertThat(Shell.run(box, OPEN_ZERO)).isEqualTo("1");
        assertThat(Shell.run(box, ": > /dev/zero")).contains(NOT_PERMITTED);
        assertThat(Shell.run(box, ": < /dev/null")).contains(NOT_PERMITTED);

        box.devices().deny(DeviceRule.parse("c *:* r"));
        assertThat(Shell.run(box, OPEN_ZERO)).contains(NOT_PERMITTED);
    }

    @Test
    void anExceptionThatIsNotShownIsThereAllTheSame() throws IOException {
        box.devices().deny(ContainerDevices.ZERO);
        assertThat(box.devices().list().allowsByDefault()).isTrue();
        assertThat(Shell.run(box, OPEN_ZERO)).contains(NOT_PERMITTED);
        assertThat(Shell.run(box, ": < /dev/null")).isEmpty();

        box.devices().allow(ContainerDevices.ZERO);
        assertThat(Shell.run(box, OPEN_ZERO)).isEqualTo("1");
    }

    @Test
    void replacingAPolicyThatAllowsByDefaultDropsExceptionsThatAreNotShown() throws IOException {
        box.devices().deny(ContainerDevices.ZERO).policy(DevicePolicy.allowAll().deny(ContainerDevices.NULL));
        assertThat(Shell.run(box, OPEN_ZERO)).isEqualTo("1");
        assertThat(Shell.run(box, ": < /dev/null")).contains(NOT_PERMITTED);
    }

    @Test
    void aNodeIsMadeAndOpenedOnlyAsFarAsAllowed() throws IOException {
        Path node = directory.resolve("zero");
        String make = "mknod " + node + " c 1 5";
        box.devices().policy(DevicePolicy.denyAll());
        assertThat(Shell.run(box, make)).contains(NOT_PERMITTED);

        box.devices().allow(DeviceRule.parse("c 1:5 m"));
        assertThat(Shell.run(box, make)).isEmpty();
        assertThat(node).exists();
        assertThat(Shell.run(box, ": < " + node)).contains(NOT_PERMITTED);

        box.devices().allow(DeviceRule.parse("c 1:5 r"));
        assertThat(Shell.run(box, ": < " + node)).isEmpty();
    }

    @Test
    void readingAndWritingByTwoRulesIsNoLeaveToDoBothAtOnce() throws IOException {
        box.devices().policy(DevicePolicy.denyAll().allow(DeviceRule.parse("c 1:5 r"), DeviceRule.parse("c 1:* w")));
        assertThat(Shell.run(box, ": < /dev/zero")).isEmpty();
        assertThat(Shell.run(box, ": > /dev/zero")).isEmpty();
        assertThat(Shell.run(box, ": <> /dev/zero")).contains(NOT_PERMITTED);
    }

    @Test
    void whatTheGroupAboveIsDeniedIsDeniedBelow() throws IOException {
        Cgroup inner = box.child("inner");
        box.devices().deny(ContainerDevices.ZERO);
        assertThat(Shell.run(inner, OPEN_ZERO)).contains(NOT_PERMITTED);
    }

    @Test
    void anOpenDeviceStaysOpen() throws IOException {
        Path gate = Files.createFile(directory.resolve("gate"));
        Shell member =
                Shell.start(box, "exec 3< /dev/zero; while [ -e " + gate + " ]; do :; done; head -c 2 <&3 | wc -c");
        try {
            Path descriptor = Path.of("/proc/" + member.process().pid() + "/fd/3");
            while (!isZero(descriptor)) {
                assertThat(member.process().isAlive()).isTrue();
                Thread.onSpinWait();
            }
            box.devices().policy(DevicePolicy.denyAll());
        } finally {
            Files.delete(gate);
        }
        assertThat(member.end()).isEqualTo("2");
    }

    /** Until the shell has come so far, the number may be that of a library or of the shell itself. */
    private static boolean isZero(Path descriptor) throws IOException {
        try {
            return Files.readSymbolicLink(descriptor).equals(Path.of("/dev/zero"));
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Test
    void aMemberThatOpensADeviceAllTheTimeDoesNotNoticeOtherPoliciesThatAllowIt() throws IOException {
        DevicePolicy byMajor = DevicePolicy.denyAll().allow(DeviceRule.parse("c 1:* r"));
        DevicePolicy byMinor = DevicePolicy.denyAll().allow(DeviceRule.parse("c *:5 r"));
        box.devices().policy(byMajor);
        Path gate = Files.createFile(directory.resolve("gate"));
        Shell member = Shell.start(
                box,
                "n=0; while [ -e " + gate + " ]; do { : ; } < /dev/zero || exit 1; n=$((n + 1)); done; echo opened $n");
        try {
            for (int i = 0; i < 300; i++) {
                box.devices().policy(byMinor).policy(byMajor);
            }
        } finally {
            Files.delete(gate);
        }
        assertThat(member.end()).matches("opened [1-9]\\d*");
    }
}
