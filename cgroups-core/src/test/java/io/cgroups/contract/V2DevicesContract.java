package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupFormatException;
import io.cgroups.Controller;
import io.cgroups.InvalidValueException;
import io.cgroups.devices.ContainerDevices;
import io.cgroups.devices.DeviceAccess;
import io.cgroups.devices.DevicePolicy;
import io.cgroups.devices.DeviceRule;
import io.cgroups.devices.DeviceType;
import io.cgroups.devices.DevicesController;
import io.cgroups.devices.DevicesSpec;
import io.cgroups.spi.AttachedProgram;
import io.cgroups.spi.BpfInstruction;
import io.cgroups.spi.BpfProgram;
import io.cgroups.spi.CgroupPrograms;
import io.cgroups.spi.ProgramHook;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the programs do that stand for the devices controller on v2. */
public abstract class V2DevicesContract {
    private static final DeviceRule ZERO = ContainerDevices.ZERO;

    private final TestHost host;
    private CgroupPrograms programs;
    private Cgroup box;

    protected V2DevicesContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeV2(Controller.DEVICES);
        programs = host.files().programs().orElseThrow();
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

    private static DevicePolicy policy(Cgroup group) {
        return group.devices().list().policy().orElseThrow();
    }

    private Path directory() {
        return box.files(Controller.DEVICES).directory();
    }

    private List<String> attached() {
        return programs.attached(directory(), ProgramHook.DEVICE).stream()
                .map(AttachedProgram::name)
                .toList();
    }

    @Test
    void exceptionsOfAllowingByDefaultAreKnown() {
        assertThat(policy(box)).isEqualTo(DevicePolicy.allowAll());
        DevicePolicy policy = DevicePolicy.allowAll().deny(ZERO, rule("b 8:* wm"), rule("a *:7 r"));
        box.devices().policy(policy);
        assertThat(policy(box)).isEqualTo(policy);

        box.devices().allow(rule("b 8:* m")).deny(rule("c 1:3 w"));
        assertThat(policy(box))
                .isEqualTo(DevicePolicy.allowAll().deny(ZERO, rule("b 8:* w"), rule("a *:7 r"), rule("c 1:3 w")));
    }

    @Test
    void allowingAPartOfAWiderExceptionIsRefused() {
        DevicesController devices = box.devices().deny(rule("c 1:* rw"));
        assertThatThrownBy(() -> devices.allow(rule("c 1:3 r")))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("\"c 1:* rw\" has other devices too");
    }

    @Test
    void aPolicyIsOneStep() {
        DevicesSpec spec = DevicesSpec.builder()
                .policy(only("c 1:3 rw"))
                .allow(rule("b 8:0 r"))
                .build();
        assertThat(box.devices().plan(spec))
                .hasToString("[set cgroup_device of " + directory() + ": deny all but c 1:3 rw, b 8:0 r]");
        assertThat(attached()).isEmpty();

        box.devices().apply(spec);
        assertThat(box.devices().plan(spec)).isEmpty();
        assertThat(box.devices()
                        .plan(DevicesSpec.builder()
                                .policy(DevicePolicy.allowAll())
                                .build()))
                .hasToString("[set cgroup_device of " + directory() + ": no program]");
    }

    @Test
    void thereIsOneProgramAndNoneWhereAllIsAllowed() {
        box.devices().policy(only("c 1:3 r")).policy(DevicePolicy.denyAll()).allow(ZERO);
        assertThat(attached()).containsExactly("io_cgroups_dev");
        box.devices().policy(DevicePolicy.allowAll());
        assertThat(attached()).isEmpty();
        box.devices().deny(ZERO).allow(ZERO);
        assertThat(attached()).isEmpty();
    }

    @Test
    void programsOfOthersAreLeftAlone() {
        List<BpfInstruction> yes = List.of(BpfInstruction.set(0, 1), BpfInstruction.exit());
        programs.attach(directory(), new BpfProgram(ProgramHook.DEVICE, "sd_devices", yes));
        assertThat(policy(box)).isEqualTo(DevicePolicy.allowAll());
        box.devices().policy(only("c 1:3 r")).policy(only("c 1:5 r"));
        assertThat(attached()).containsExactly("sd_devices", "io_cgroups_dev");
        box.devices().policy(DevicePolicy.allowAll());
        assertThat(attached()).containsExactly("sd_devices");
    }

    @Test
    void aProgramOfThisNameThatIsNoneOfThisLibraryIsNotGuessedAt() {
        List<BpfInstruction> other = List.of(BpfInstruction.set(0, 1), BpfInstruction.set(2, 1), BpfInstruction.exit());
        programs.attach(directory(), new BpfProgram(ProgramHook.DEVICE, "io_cgroups_dev", other));
        assertThatThrownBy(() -> box.devices().list())
                .isInstanceOf(CgroupFormatException.class)
                .hasMessageContaining("instruction 0");
    }

    @Test
    void theDefaultOfAGroupWithGroupsBelowChanges() {
        Cgroup inner = box.child("inner");
        box.devices().policy(only("c 1:3 r"));
        assertThat(policy(inner)).isEqualTo(only("c 1:3 r"));
        box.devices().policy(DevicePolicy.allowAll());
        assertThat(policy(inner)).isEqualTo(DevicePolicy.allowAll());
    }

    @Test
    void aGroupBelowStartsFromThePolicyAboveAndKeepsItsOwn() {
        box.devices().policy(only("c 1:3 rw", "c 1:5 rw"));
        Cgroup inner = box.child("inner");
        inner.devices().deny(rule("c 1:3 w"));
        assertThat(policy(inner)).isEqualTo(only("c 1:3 r", "c 1:5 rw"));
        // It may not use the rule any more, but has it still.
        box.devices().policy(only("c 1:5 r"));
        assertThat(policy(inner)).isEqualTo(only("c 1:3 r", "c 1:5 rw"));
        inner.devices().deny(rule("c 1:5 w"));
        assertThat(policy(inner)).isEqualTo(only("c 1:3 r", "c 1:5 r"));
    }

    @Test
    void aPolicyOfManyRulesIsTakenAndReadBack() {
        List<DeviceRule> rules = IntStream.range(0, 200)
                .mapToObj(i -> rule((i % 2 == 0 ? "c " : "b ") + i + ":" + i * 5_242 + " r" + (i % 3 == 0 ? "" : "w")))
                .toList();
        box.devices().policy(DevicePolicy.denyAll().allow(rules));
        assertThat(box.devices().rules()).isEqualTo(rules);
    }

    @Test
    void theKernelTakesEveryPolicyOfTwoRules() {
        List<OptionalInt> numbers = List.of(OptionalInt.empty(), OptionalInt.of(0));
        List<DeviceRule> rules = Stream.of(DeviceType.CHAR, DeviceType.BLOCK)
                .flatMap(type -> numbers.stream()
                        .flatMap(major -> numbers.stream()
                                .flatMap(minor -> Stream.of(EnumSet.of(DeviceAccess.READ), DeviceAccess.RWM)
                                        .map(access -> new DeviceRule(type, major, minor, access)))))
                .toList();
        for (DeviceRule first : rules) {
            for (DeviceRule second : rules.subList(rules.indexOf(first), rules.size())) {
                for (DevicePolicy policy : List.of(
                        DevicePolicy.denyAll().allow(first, second),
                        DevicePolicy.allowAll().deny(first, second))) {
                    box.devices().policy(policy);
                    assertThat(policy(box)).isEqualTo(policy);
                }
            }
        }
    }
}
