package io.cgroups.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cgroups.CgroupFormatException;
import io.cgroups.InvalidValueException;
import io.cgroups.unit.DeviceNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceRuleTest {

    private static DeviceRule rule(String text) {
        return DeviceRule.parse(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a *:* rwm", "c 1:3 rwm", "c 136:* rw", "b *:0 m", "b 4095:1048575 r"})
    void theTextOfTheKernelIsParsedAndPrinted(String text) {
        assertThat(rule(text)).hasToString(text);
    }

    @Test
    void theOrderOfTheLettersMeansNothing() {
        assertThat(rule("c 1:3 mwr")).isEqualTo(rule("c 1:3 rwm")).hasToString("c 1:3 rwm");
        assertThat(rule("c 1:3 rr")).isEqualTo(rule("c 1:3 r"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "c 1:3", "c 1:3 ", "c 1:3 x", "d 1:3 r", "c 1 r", "c  1:3 r", "c -1:3 r", "c 1:3 r\n"})
    void otherTextsAreNoRules(String text) {
        assertThatThrownBy(() -> rule(text)).isInstanceOf(CgroupFormatException.class);
    }

    @Test
    void numbersNoDeviceHasAreRefused() {
        assertThatThrownBy(() -> rule("c 4096:3 r")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> rule("c 1:1048576 r"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("0 to 1048575");
        assertThatThrownBy(() -> rule("c 4294967295:3 r")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> DeviceRule.ofAll(DeviceType.CHAR, Set.of())).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void rulesAreMadeOfNumbersAndOfNodes() throws IOException {
        assertThat(DeviceRule.of(DeviceType.CHAR, new DeviceNumber(1, 3), DeviceAccess.RWM))
                .isEqualTo(ContainerDevices.NULL)
                .isEqualTo(new DeviceRule(
                        DeviceType.CHAR, OptionalInt.of(1), OptionalInt.of(3), Set.of(DeviceAccess.values())));
        assertThat(DeviceRule.ofMajor(DeviceType.BLOCK, 8, Set.of(DeviceAccess.READ)))
                .isEqualTo(rule("b 8:* r"));
        assumeTrue(Files.exists(Path.of("/dev/null")), "no Unix");
        assertThat(DeviceRule.of(Path.of("/dev/null"), DeviceAccess.RWM)).isEqualTo(ContainerDevices.NULL);
        assertThatThrownBy(() -> DeviceType.of(Path.of("/"))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "a *:* rwm, c 1:3 r, true",
        "a 1:3 rwm, b 1:3 rwm, true",
        "c *:* rwm, a 1:3 r, false",
        "c 1:* rw, c 1:3 r, true",
        "c 1:* rw, c 1:* rw, true",
        "c 1:* rw, c 1:3 m, false",
        "c 1:* rw, c 1:3 rm, false",
        "c *:3 r, c 1:3 r, true",
        "c 1:3 r, c 1:* r, false",
        "c 1:3 r, b 1:3 r, false",
        "c 1:3 r, c 1:5 r, false"
    })
    void aRuleCoversWhatItSaysAllOf(String wide, String narrow, boolean covers) {
        assertThat(rule(wide).covers(rule(narrow))).isEqualTo(covers);
    }

    @Test
    void aRuleOfAllKindsIsOneForEach() {
        assertThat(rule("a 1:* r").byKind()).containsExactly(rule("c 1:* r"), rule("b 1:* r"));
        assertThat(rule("b 1:* r").byKind()).containsExactly(rule("b 1:* r"));
    }

    @Test
    void theDevicesOfContainersHaveTheirUsualNumbers() {
        assertThat(ContainerDevices.ALL)
                .extracting(DeviceRule::toString)
                .containsExactly(
                        "c 1:3 rwm",
                        "c 1:5 rwm",
                        "c 1:7 rwm",
                        "c 1:8 rwm",
                        "c 1:9 rwm",
                        "c 5:0 rwm",
                        "c 5:1 rwm",
                        "c 5:2 rwm",
                        "c 136:* rwm");
    }
}
