package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

class HostConditionTest {
    private static final Optional<String> NO_ROOT = Optional.of("it needs root");

    @Test
    void testsRunWhereNothingIsMissing() {
        assertThat(HostCondition.decide(Optional.empty(), true, true).isDisabled())
                .isFalse();
    }

    @Test
    void aDevelopersMachineLeavesThemOutAndSaysWhy() {
        assertThat(HostCondition.decide(NO_ROOT, false, false).getReason()).contains("it needs root");
        assertThat(HostCondition.decide(NO_ROOT, false, false).isDisabled()).isTrue();
    }

    @Test
    void aServerFailsUnlessTheirAbsenceIsMeant() {
        assertThatThrownBy(() -> HostCondition.decide(NO_ROOT, true, false))
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("it needs root");
        assertThat(HostCondition.decide(NO_ROOT, true, true).isDisabled()).isTrue();
    }
}
