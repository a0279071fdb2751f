package io.cgroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.devices.DeviceRule;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The in-memory kernel keeps members from devices as a real one does. */
class V1DevicesFilesTest {
    private static final Path BOX = Path.of("/sys/fs/cgroup/devices/box");
    private static final Path INNER = BOX.resolve("inner");

    private final InMemoryKernel kernel = InMemoryKernel.v1();
    private final long member = kernel.startProcess();

    @BeforeEach
    void makeGroups() {
        kernel.createDirectory(BOX);
        kernel.createDirectory(INNER);
        kernel.write(INNER.resolve("cgroup.procs"), Long.toString(member));
    }

    private boolean allows(String access) {
        return kernel.allows(member, DeviceRule.parse(access));
    }

    @Test
    void anExceptionThatIsNotShownIsThereAllTheSame() {
        kernel.write(INNER.resolve("devices.deny"), "c 1:5 r");
        assertThat(kernel.read(INNER.resolve("devices.list"))).isEqualTo("a *:* rwm\n");
        assertThat(allows("c 1:5 r")).isFalse();
        assertThat(allows("c 1:5 rw")).isFalse();
        assertThat(allows("c 1:5 w")).isTrue();
        assertThat(allows("b 1:5 r")).isTrue();
    }

    @Test
    void whatTheGroupAboveIsDeniedIsDeniedBelow() {
        kernel.write(BOX.resolve("devices.deny"), "c 1:* r");
        assertThat(allows("c 1:5 r")).isFalse();
        assertThat(allows("c 1:5 w")).isTrue();
    }

    @Test
    void aRuleBelowGoesWhenTheGroupAboveIsDeniedAPartOfIt() {
        kernel.write(INNER.resolve("devices.deny"), "a");
        kernel.write(INNER.resolve("devices.allow"), "c 1:* rw");
        kernel.write(INNER.resolve("devices.allow"), "c 5:1 r");
        kernel.write(BOX.resolve("devices.deny"), "c 1:5 r");
        assertThat(kernel.read(INNER.resolve("devices.list"))).isEqualTo("c 5:1 r\n");
        assertThat(allows("c 1:3 r")).isFalse();
    }

    @Test
    void twoRulesAreNoLeaveToDoBothAtOnce() {
        kernel.write(INNER.resolve("devices.deny"), "a");
        kernel.write(INNER.resolve("devices.allow"), "c 1:5 r");
        kernel.write(INNER.resolve("devices.allow"), "c 1:* w");
        assertThat(allows("c 1:5 r")).isTrue();
        assertThat(allows("c 1:5 w")).isTrue();
        assertThat(allows("c 1:5 rw")).isFalse();
        assertThat(allows("a 1:5 r")).isFalse();
    }
}
