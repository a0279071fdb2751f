package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupAccessException;
import io.cgroups.CgroupSpec;
import io.cgroups.Controller;
import io.cgroups.InvalidValueException;
import io.cgroups.devices.ContainerDevices;
import io.cgroups.devices.DevicePolicy;
import io.cgroups.devices.DeviceRule;
import io.cgroups.devices.DevicesController;
import io.cgroups.devices.DevicesSpec;
import io.cgroups.spi.KernelWrite;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the devices controller does on every kernel, be it one of v1 or a program of v2. */
public abstract class DevicesContract {
    private final TestHost host;
    private Cgroup box;

    protected DevicesContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeHas(Controller.DEVICES);
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

    private List<KernelWrite> plan(DevicesSpec.Builder spec) {
        return box.devices().plan(spec.build());
    }

    @Test
    void aNewGroupAllowsEverything() {
        assertThat(box.devices().list().allowsByDefault()).isTrue();
        assertThat(box.devices().rules()).containsExactly(DeviceRule.EVERYTHING);
    }

    @Test
    void aPolicyThatDeniesByDefaultIsReadBack() {
        DevicePolicy policy = DevicePolicy.denyAll().allow(ContainerDevices.ALL);
        box.devices().policy(policy);
        assertThat(box.devices().rules()).containsExactlyElementsOf(ContainerDevices.ALL);
        assertThat(box.devices().list().policy()).contains(policy);
    }

    @Test
    void nothingAtAllCanBeAllowed() {
        box.devices().policy(DevicePolicy.denyAll());
        assertThat(box.devices().rules()).isEmpty();
        assertThat(box.devices().list().policy()).contains(DevicePolicy.denyAll());
    }

    @Test
    void theDefaultChangesBothWays() {
        box.devices().policy(only("c 1:3 r"));
        box.devices().policy(DevicePolicy.allowAll());
        assertThat(box.devices().list().allowsByDefault()).isTrue();
        box.devices().policy(DevicePolicy.denyAll());
        assertThat(list(box)).isEmpty();
    }

    @Test
    void rulesOfBothKindsAreWrittenForEach() {
        box.devices().policy(DevicePolicy.denyAll().allow(DeviceRule.EVERYTHING));
        assertThat(list(box)).containsExactly("c *:* rwm", "b *:* rwm");
        assertThat(box.devices().list().allowsByDefault()).isFalse();

        box.devices().deny(rule("a *:* m"));
        assertThat(list(box)).containsExactly("c *:* rw", "b *:* rw");
    }

    @Test
    void moreIsAllowedAndDeniedOneByOne() {
        box.devices().policy(DevicePolicy.denyAll());
        box.devices().allow(rule("c 1:3 r")).allow(rule("c 1:3 w"), rule("c 42:3 m"));
        assertThat(list(box)).containsExactly("c 1:3 rw", "c 42:3 m");
        box.devices().deny(rule("c 1:3 w"));
        assertThat(list(box)).containsExactly("c 1:3 r", "c 42:3 m");
    }

    @Test
    void whatIsAllowedAlreadyIsNotWritten() {
        box.devices().policy(only("c 1:* rw"));
        assertThat(plan(DevicesSpec.builder().allow(rule("c 1:3 r")))).isEmpty();
        assertThat(plan(DevicesSpec.builder().deny(rule("c 1:3 m"), rule("c 5:1 rwm"))))
                .isEmpty();
    }

    @Test
    void denyingAlsoTakesFromNarrowerRules() {
        box.devices().policy(only("c 1:3 rw", "c 1:5 r", "c 5:1 r"));
        box.devices().deny(rule("c 1:* r"));
        assertThat(list(box)).containsExactly("c 1:3 w", "c 5:1 r");
    }

    @Test
    void denyingAPartOfAWiderRuleIsRefused() {
        box.devices().policy(only("c 1:* rw"));
        DevicesController devices = box.devices();
        assertThatThrownBy(() -> devices.deny(rule("c 1:3 r")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("\"c 1:* rw\" has other devices too");
        assertThat(list(box)).containsExactly("c 1:* rw");
    }

    @Test
    void denyingComesAfterAllowingInOneSpecification() {
        box.devices().policy(DevicePolicy.denyAll());
        box.devices()
                .apply(DevicesSpec.builder()
                        .deny(rule("c 1:5 w"))
                        .allow(rule("c 1:3 r"), rule("c 1:5 rw"))
                        .build());
        assertThat(list(box)).containsExactly("c 1:3 r", "c 1:5 r");
    }

    @Test
    void aNewGroupBelowInherits() {
        box.devices().policy(only("c 1:3 rw"));
        assertThat(list(box.child("inner"))).containsExactly("c 1:3 rw");
    }

    @Test
    void noGroupHasMoreThanTheOneAbove() {
        box.devices().policy(only("c 1:3 rw", "c 5:* r"));
        DevicesController inner = box.child("inner").devices();
        assertThatThrownBy(() -> inner.allow(rule("c 1:5 r")))
                .isInstanceOf(CgroupAccessException.class)
                .hasMessageContaining("the group above does not allow it")
                .hasMessageContaining("c 1:3 rw, c 5:* r");
        assertThatThrownBy(() -> inner.allow(rule("c 1:3 rwm"))).isInstanceOf(CgroupAccessException.class);
        assertThatThrownBy(() -> inner.policy(DevicePolicy.allowAll()))
                .isInstanceOf(CgroupAccessException.class)
                .hasMessageContaining("c 1:3 rw, c 5:* r");
        inner.allow(rule("c 5:1 r"));
        assertThat(inner.rules()).contains(rule("c 1:3 rw"), rule("c 5:* r"));
    }

    @Test
    void oneRuleAboveMustAllowAllOfARule() {
        box.devices().policy(only("c 1:* r", "c 1:3 w"));
        DevicesController inner = box.child("inner").devices().policy(DevicePolicy.denyAll());
        assertThatThrownBy(() -> inner.allow(rule("c 1:3 rw"))).isInstanceOf(CgroupAccessException.class);
        inner.allow(rule("c 1:3 r"));
    }

    @Test
    void aRefusedStepTakesTheOthersBack() {
        box.devices().policy(only("c 1:3 rw", "c 1:5 r"));
        Cgroup inner = box.child("inner");
        assertThatThrownBy(() -> inner.devices().policy(only("c 1:3 r", "c 1:5 w")))
                .isInstanceOf(CgroupAccessException.class);
        assertThat(list(inner)).containsExactly("c 1:3 rw", "c 1:5 r");

        inner.devices().policy(only("c 1:3 r"));
        assertThatThrownBy(() -> inner.devices().policy(only("c 1:3 rw", "c 1:5 w")))
                .isInstanceOf(CgroupAccessException.class);
        assertThat(list(inner)).containsExactly("c 1:3 r");
    }

    @Test
    void aRefusedChangeOfTheDefaultIsTakenBack() {
        box.devices().deny(rule("c 1:5 r"));
        Cgroup inner = box.child("inner");
        assertThatThrownBy(() -> inner.devices().policy(only("c 1:3 r", "c 1:5 r")))
                .isInstanceOf(CgroupAccessException.class);
        assertThat(inner.devices().list().allowsByDefault()).isTrue();
    }

    @Test
    void everyStepKnowsHowToRestoreTheList() {
        box.devices().policy(only("c 1:3 rw", "c 5:* r", "b 8:0 m"));
        List<String> before = list(box);
        for (DevicePolicy next : List.of(DevicePolicy.allowAll(), only("c 1:3 r", "c 5:1 r"), DevicePolicy.denyAll())) {
            List<KernelWrite> plan =
                    box.devices().plan(DevicesSpec.builder().policy(next).build());
            List<List<KernelWrite>> inverses =
                    plan.stream().map(KernelWrite::inverse).toList();
            plan.forEach(KernelWrite::execute);
            for (int i = inverses.size() - 1; i >= 0; i--) {
                inverses.get(i).forEach(KernelWrite::execute);
            }
            assertThat(list(box)).containsExactlyInAnyOrderElementsOf(before);
        }
    }

    @Test
    void thePartOfASpecificationIsApplied() {
        box.update(CgroupSpec.builder()
                .devices(devices -> devices.policy(only("c 1:3 r")).allow(rule("c 1:5 r")))
                .build());
        assertThat(list(box)).containsExactly("c 1:3 r", "c 1:5 r");
    }

    @Test
    void exceptionsOfAllowingByDefaultAreNoRules() {
        box.devices().policy(DevicePolicy.allowAll().deny(ContainerDevices.ZERO));
        assertThat(list(box)).containsExactly("a *:* rwm");
        assertThat(box.devices().list().allowsByDefault()).isTrue();
    }

    @Test
    void aPolicyTakesThePlaceOfAnother() {
        box.devices().policy(only("c 1:3 rwm", "c 1:5 r", "b 8:* rw"));
        DevicesSpec.Builder next = DevicesSpec.builder().policy(only("c 1:3 rw", "c 1:5 rw", "c 1:9 r"));
        box.devices().apply(next.build());
        assertThat(list(box)).containsExactly("c 1:3 rw", "c 1:5 rw", "c 1:9 r");
        assertThat(plan(next)).isEmpty();

        box.devices().policy(only("c 1:* rw")).policy(only("c 1:3 r"));
        assertThat(list(box)).containsExactly("c 1:3 r");
    }

    @Test
    void whatAnExceptionAboveDeniesIsNotAllowedBelow() {
        box.devices().deny(rule("c 1:5 r"));
        DevicesController inner = box.child("inner").devices();
        assertThatThrownBy(() -> inner.allow(rule("c 1:5 r")))
                .isInstanceOf(CgroupAccessException.class)
                .hasMessageContaining("the group above");
        inner.policy(only("c 1:* w"));
        assertThatThrownBy(() -> inner.allow(rule("c 1:* r"))).isInstanceOf(CgroupAccessException.class);
    }
}
