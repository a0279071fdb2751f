package io.cgroups.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.InvalidValueException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DevicePolicyTest {

    private static DeviceRule rule(String text) {
        return DeviceRule.parse(text);
    }

    private static DeviceRule[] rules(String... texts) {
        return Arrays.stream(texts).map(DeviceRule::parse).toArray(DeviceRule[]::new);
    }

    private static DevicePolicy only(String... texts) {
        return DevicePolicy.denyAll().allow(rules(texts));
    }

    private static DevicePolicy allBut(String... texts) {
        return DevicePolicy.allowAll().deny(rules(texts));
    }

    @Test
    void exceptionsAreKeptInTheirShortestForm() {
        assertThat(only("c 1:3 r", "c 1:3 w", "c 1:5 r", "c 1:* rw")).isEqualTo(only("c 1:* rw"));
        assertThat(only("a 1:3 r")).isEqualTo(only("b 1:3 r", "c 1:3 r"));
        assertThat(only("c 1:* r", "c 1:3 rw").exceptions()).containsExactlyInAnyOrder(rules("c 1:* r", "c 1:3 rw"));
    }

    @Test
    void theOrderOfExceptionsMeansNothing() {
        assertThat(only("c 1:3 r", "c 1:5 r")).isEqualTo(only("c 1:5 r", "c 1:3 r"));
        assertThat(only("c 1:3 r")).isNotEqualTo(allBut("c 1:3 r"));
    }

    @Test
    void denyingByDefaultNeedsOneExceptionForAllOfAnAccess() {
        DevicePolicy policy = only("c 1:* r", "c 1:3 w");
        assertThat(policy.allows(rule("c 1:3 r"))).isTrue();
        assertThat(policy.allows(rule("c 1:3 w"))).isTrue();
        assertThat(policy.allows(rule("c 1:3 rw"))).isFalse();
        assertThat(policy.allows(rule("c 1:* r"))).isTrue();
        assertThat(policy.allows(rule("a 1:3 r"))).isFalse();
        assertThat(only("a *:* rwm").allows(DeviceRule.EVERYTHING)).isTrue();
        assertThat(DevicePolicy.denyAll().allows(rule("c 1:3 r"))).isFalse();
    }

    @Test
    void allowingByDefaultDeniesWhatAnExceptionTouches() {
        DevicePolicy policy = allBut("c 1:3 w");
        assertThat(policy.allows(rule("c 1:3 r"))).isTrue();
        assertThat(policy.allows(rule("c 1:3 rw"))).isFalse();
        assertThat(policy.allows(rule("c 1:* w"))).isFalse();
        assertThat(policy.allows(rule("b 1:3 w"))).isTrue();
        assertThat(DevicePolicy.allowAll().allows(DeviceRule.EVERYTHING)).isTrue();
    }

    @Test
    void denyingTakesAccessFromNarrowerExceptions() {
        assertThat(only("c 1:3 rw", "c 1:5 r", "b 1:3 r").deny(rule("c 1:* r"))).isEqualTo(only("c 1:3 w", "b 1:3 r"));
        assertThat(only("a 1:3 rw").deny(rule("a *:* w"))).isEqualTo(only("a 1:3 r"));
        assertThat(only("c 1:* rw").deny(rule("c 1:3 m"), rule("b 1:3 r"))).isEqualTo(only("c 1:* rw"));
        assertThat(only("c 1:* rw").deny(DeviceRule.EVERYTHING)).isEqualTo(DevicePolicy.denyAll());
    }

    @Test
    void thereAreNoExceptionsOfExceptions() {
        assertThatThrownBy(() -> only("c 1:* rw").deny(rule("c 1:3 r")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("devices.deny <- \"c 1:3 r\"");
        assertThatThrownBy(() -> only("c *:3 r").deny(rule("c 1:* r"))).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> allBut("c *:* w").allow(rule("c 1:3 w")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("devices.allow <- \"c 1:3 w\"");
    }

    @Test
    void allowingTakesExceptionsBackWhereTheDefaultIsToAllow() {
        assertThat(allBut("c 1:3 rw", "c 1:5 r").allow(rule("c 1:* r"))).isEqualTo(allBut("c 1:3 w"));
        assertThat(allBut("a *:* rwm").allow(DeviceRule.EVERYTHING)).isEqualTo(DevicePolicy.allowAll());
    }

    @Test
    void aPolicySaysWhatItIs() {
        assertThat(DevicePolicy.allowAll()).hasToString("allow all");
        assertThat(only("c 1:3 rw", "b 8:* r")).hasToString("deny all but c 1:3 rw, b 8:* r");
    }

    @Test
    void aSpecificationAllowsAndThenDenies() {
        DevicesSpec spec = DevicesSpec.builder()
                .deny(rule("c 1:3 w"))
                .allow(rule("c 1:3 rw"))
                .build();
        assertThat(spec.appliedTo(only("c 1:5 r"))).isEqualTo(only("c 1:5 r", "c 1:3 r"));
        assertThat(DevicesSpec.builder().policy(only("b 8:0 r")).build().appliedTo(only("c 1:5 r")))
                .isEqualTo(only("b 8:0 r"));
    }
}
