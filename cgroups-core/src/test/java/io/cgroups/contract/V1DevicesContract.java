package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupAccessException;
import io.cgroups.Controller;
import io.cgroups.ValueRejectedException;
import io.cgroups.devices.ContainerDevices;
import io.cgroups.devices.DevicePolicy;
import io.cgroups.devices.DeviceRule;
import io.cgroups.devices.DevicesController;
import io.cgroups.devices.DevicesSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the devices controller of v1 does with its files. */
public abstract class V1DevicesContract {
    private final TestHost host;
    private Cgroup box;

    protected V1DevicesContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeV1(Controller.DEVICES);
        box = host.cgroups().create(host.newName(), Controller.DEVICES);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    private static DeviceRule rule(String text) {
        return DeviceRule.parse(text);
    }

    private static DevicePolicy only(String... rules) {
        return DevicePolicy.denyAll()
                .allow(Stream.of(rules).map(DeviceRule::parse).toList());
    }

    private static List<String> list(Cgroup group) {
        return group.devices().rules().stream().map(DeviceRule::toString).toList();
    }

    private List<String> plan(DevicesSpec.Builder spec) {
        return box.devices().plan(spec.build()).stream()
                .map(write -> write.path().getFileName() + " " + write.text())
                .toList();
    }

    private String raw(String file) {
        return box.files(Controller.DEVICES).read(file);
    }

    private void raw(String file, String text) {
        box.files(Controller.DEVICES).write(file, text);
    }

    @Test
    void aNewGroupAllowsEverything() {
        assertThat(raw("devices.list")).isEqualTo("a *:* rwm");
        assertThat(box.devices().list().policy()).isEmpty();
    }

    @Test
    void nothingAtAllIsAnEmptyFile() {
        box.devices().policy(DevicePolicy.denyAll());
        assertThat(raw("devices.list")).isEmpty();
    }

    @Test
    void exceptionsOfAllowingByDefaultAreNotShown() {
        box.devices().policy(DevicePolicy.allowAll().deny(ContainerDevices.ZERO));
        assertThat(list(box)).containsExactly("a *:* rwm");
    }

    @Test
    void onlyTheDifferenceIsWritten() {
        box.devices().policy(only("c 1:3 rwm", "c 1:5 r", "b 8:* rw"));
        DevicesSpec.Builder next = DevicesSpec.builder().policy(only("c 1:3 rw", "c 1:5 rw", "c 1:9 r"));
        assertThat(plan(next))
                .containsExactly(
                        "devices.allow c 1:5 w",
                        "devices.allow c 1:9 r",
                        "devices.deny c 1:3 m",
                        "devices.deny b 8:* rw");

        box.devices().apply(next.build());
        assertThat(list(box)).containsExactly("c 1:3 rw", "c 1:5 rw", "c 1:9 r");
        assertThat(plan(next)).isEmpty();
    }

    @Test
    void aWideRuleGivesWayToANarrowOneThatIsThereBefore() {
        box.devices().policy(only("c 1:* rw"));
        DevicesSpec.Builder next = DevicesSpec.builder().policy(only("c 1:3 r"));
        assertThat(plan(next)).containsExactly("devices.allow c 1:3 r", "devices.deny c 1:* rw");
        box.devices().apply(next.build());
        assertThat(list(box)).containsExactly("c 1:3 r");
    }

    @Test
    void inAGroupThatAllowsByDefaultRulesAreWrittenAsTheyAre() {
        assertThat(plan(DevicesSpec.builder().deny(rule("a 8:* w")).allow(rule("c 1:3 r"))))
                .containsExactly("devices.allow c 1:3 r", "devices.deny c 8:* w", "devices.deny b 8:* w");
    }

    @Test
    void anUnseenExceptionAboveIsExplained() {
        box.devices().deny(rule("c 1:5 r"));
        DevicesController inner = box.child("inner").devices();
        assertThatThrownBy(() -> inner.allow(rule("c 1:5 r")))
                .isInstanceOf(CgroupAccessException.class)
                .hasMessageContaining("the group above denies part of it by an exception");
        inner.policy(only("c 1:* w"));
        assertThatThrownBy(() -> inner.allow(rule("c 1:* r"))).isInstanceOf(CgroupAccessException.class);
    }

    @Test
    void denyingTakesFromTheGroupsBelow() {
        box.devices().policy(only("c 1:* rw", "c 1:3 m"));
        Cgroup inner = box.child("inner");
        Cgroup innermost = inner.child("innermost");
        inner.devices().allow(rule("c 1:5 r"));
        box.devices().deny(rule("c 1:* w"));
        assertThat(list(inner)).containsExactly("c 1:* r", "c 1:3 m");
        assertThat(list(innermost)).containsExactly("c 1:* r", "c 1:3 m");

        box.devices().policy(only("c 1:3 rm"));
        assertThat(list(inner)).containsExactly("c 1:3 m");
        assertThat(list(innermost)).containsExactly("c 1:3 m");
    }

    @Test
    void whatAWiderRuleStillAllowsStaysInTheGroupsBelow() {
        box.devices().policy(only("c 1:3 r"));
        Cgroup inner = box.child("inner");
        box.devices().policy(only("c 1:* rw"));
        assertThat(list(box)).containsExactly("c 1:3 r", "c 1:* rw");
        assertThat(list(inner)).containsExactly("c 1:3 r");
    }

    @Test
    void theDefaultOfAGroupWithGroupsBelowIsFixed() {
        box.child("inner");
        assertThatThrownBy(() -> box.devices().policy(only("c 1:3 r")))
                .isInstanceOf(ValueRejectedException.class)
                .hasMessageContaining("only in a group without groups below");
        assertThat(box.devices().list().allowsByDefault()).isTrue();
    }

    @Test
    void theKernelRefusesOtherTexts() {
        for (String text :
                List.of("c", "c 1:3", "c 1", "x 1:3 r", "c  1:3 r", "c 1:3 x", "c 4294967296:3 r", "c 1:3 r w")) {
            assertThatThrownBy(() -> raw("devices.deny", text)).isInstanceOf(ValueRejectedException.class);
        }
        assertThatThrownBy(() -> raw("devices.list", "a")).isInstanceOf(ValueRejectedException.class);
    }

    @Test
    void theKernelReadsNoFurtherThanItMust() {
        raw("devices.deny", "a 1:3 r");
        assertThat(list(box)).isEmpty();
        raw("devices.allow", "c 1:3 rwmx");
        raw("devices.allow", "c\t01:07 wwr\nc 1:5 rwm");
        assertThat(list(box)).containsExactly("c 1:3 rwm", "c 1:7 rw");
    }

    @Test
    void numbersNoDeviceHasArePassedOver() {
        raw("devices.deny", "a");
        raw("devices.allow", "c 4294967294:3 r");
        raw("devices.allow", "c 4294967295:3 r");
        assertThat(raw("devices.list").lines()).containsExactly("c 4294967294:3 r", "c *:3 r");
        assertThat(list(box)).containsExactly("c *:3 r");
    }

    @Test
    void theKernelDoesNothingWhenAPartOfAWiderRuleIsDenied() {
        box.devices().policy(only("c 1:* rw"));
        raw("devices.deny", "c 1:3 r");
        assertThat(list(box)).containsExactly("c 1:* rw");
    }
}
