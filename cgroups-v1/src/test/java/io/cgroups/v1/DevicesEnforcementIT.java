package io.cgroups.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.contract.LinuxHost;
import io.cgroups.devices.ContainerDevices;
import io.cgroups.devices.DevicePolicy;
import io.cgroups.devices.DeviceRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kernel this runs on really keeps members from devices. */
class DevicesEnforcementIT {
    private static final String OPEN_ZERO = "{ head -c 1 | wc -c; } < /dev/zero";
    private static final String NOT_PERMITTED = "Operation not permitted";

    private final LinuxHost host = new LinuxHost();

    @TempDir
    private Path directory;

    private Cgroup box;

    @BeforeEach
    void makeGroup() {
        host.assumeV1(Controller.DEVICES);
        box = host.cgroups().create(host.newName(), Controller.DEVICES);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    /** A shell that waits outside for a line, and runs the script inside. */
    private static Process start(Cgroup group, String script) throws IOException {
        Process shell = new ProcessBuilder("sh", "-c", "read go; " + script)
                .redirectErrorStream(true)
                .start();
        group.attach(shell.pid());
        shell.getOutputStream().write('\n');
        shell.getOutputStream().close();
        return shell;
    }

    private static String end(Process shell) throws IOException {
        try {
            return new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } finally {
            shell.destroyForcibly().onExit().join();
        }
    }

    private static String run(Cgroup group, String script) throws IOException {
        return end(start(group, script));
    }

    @Test
    void aMemberOpensWhatIsAllowedAndNothingElse() throws IOException {
        assertThat(run(box, OPEN_ZERO)).isEqualTo("1");

        box.devices().policy(DevicePolicy.denyAll());
        assertThat(run(box, OPEN_ZERO)).contains(NOT_PERMITTED);

        box.devices().allow(DeviceRule.parse("c 1:5 r"));
        assertThat(run(box, OPEN_ZERO)).isEqualTo("1");
        assertThat(run(box, ": > /dev/zero")).contains(NOT_PERMITTED);
        assertThat(run(box, ": < /dev/null")).contains(NOT_PERMITTED);

        box.devices().deny(DeviceRule.parse("c *:* r"));
        assertThat(run(box, OPEN_ZERO)).contains(NOT_PERMITTED);
    }

    @Test
    void anExceptionThatIsNotShownIsThereAllTheSame() throws IOException {
        box.devices().deny(ContainerDevices.ZERO);
        assertThat(box.devices().list().allowsByDefault()).isTrue();
        assertThat(run(box, OPEN_ZERO)).contains(NOT_PERMITTED);
        assertThat(run(box, ": < /dev/null")).isEmpty();

        box.devices().allow(ContainerDevices.ZERO);
        assertThat(run(box, OPEN_ZERO)).isEqualTo("1");
    }

    @Test
    void replacingAPolicyThatAllowsByDefaultDropsExceptionsThatAreNotShown() throws IOException {
        box.devices().deny(ContainerDevices.ZERO).policy(DevicePolicy.allowAll().deny(ContainerDevices.NULL));
        assertThat(run(box, OPEN_ZERO)).isEqualTo("1");
        assertThat(run(box, ": < /dev/null")).contains(NOT_PERMITTED);
    }

    @Test
    void aNodeIsMadeAndOpenedOnlyAsFarAsAllowed() throws IOException {
        Path node = directory.resolve("zero");
        String make = "mknod " + node + " c 1 5";
        box.devices().policy(DevicePolicy.denyAll());
        assertThat(run(box, make)).contains(NOT_PERMITTED);

        box.devices().allow(DeviceRule.parse("c 1:5 m"));
        assertThat(run(box, make)).isEmpty();
        assertThat(node).exists();
        assertThat(run(box, ": < " + node)).contains(NOT_PERMITTED);

        box.devices().allow(DeviceRule.parse("c 1:5 r"));
        assertThat(run(box, ": < " + node)).isEmpty();
    }

    @Test
    void readingAndWritingByTwoRulesIsNoLeaveToDoBothAtOnce() throws IOException {
        box.devices().policy(DevicePolicy.denyAll().allow(DeviceRule.parse("c 1:5 r"), DeviceRule.parse("c 1:* w")));
        assertThat(run(box, ": < /dev/zero")).isEmpty();
        assertThat(run(box, ": > /dev/zero")).isEmpty();
        assertThat(run(box, ": <> /dev/zero")).contains(NOT_PERMITTED);
    }

    @Test
    void whatTheGroupAboveIsDeniedIsDeniedBelow() throws IOException {
        Cgroup inner = box.child("inner");
        box.devices().deny(ContainerDevices.ZERO);
        assertThat(run(inner, OPEN_ZERO)).contains(NOT_PERMITTED);
    }

    @Test
    void anOpenDeviceStaysOpen() throws IOException {
        Path gate = Files.createFile(directory.resolve("gate"));
        Process member = start(box, "exec 3< /dev/zero; while [ -e " + gate + " ]; do :; done; head -c 2 <&3 | wc -c");
        try {
            Path descriptor = Path.of("/proc/" + member.pid() + "/fd/3");
            while (!Files.exists(descriptor)) {
                assertThat(member.isAlive()).isTrue();
                Thread.onSpinWait();
            }
            box.devices().policy(DevicePolicy.denyAll());
        } finally {
            Files.delete(gate);
        }
        assertThat(end(member)).isEqualTo("2");
    }

    @Test
    void aMemberThatOpensADeviceAllTheTimeDoesNotNoticeOtherPoliciesThatAllowIt() throws IOException {
        DevicePolicy byMajor = DevicePolicy.denyAll().allow(DeviceRule.parse("c 1:* r"));
        DevicePolicy byMinor = DevicePolicy.denyAll().allow(DeviceRule.parse("c *:5 r"));
        box.devices().policy(byMajor);
        Path gate = Files.createFile(directory.resolve("gate"));
        Process member = start(
                box,
                "n=0; while [ -e " + gate + " ]; do { : ; } < /dev/zero || exit 1; n=$((n + 1)); done; echo opened $n");
        try {
            for (int i = 0; i < 300; i++) {
                box.devices().policy(byMinor).policy(byMajor);
            }
        } finally {
            Files.delete(gate);
        }
        assertThat(end(member)).matches("opened [1-9]\\d*");
    }
}
