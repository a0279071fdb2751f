package io.cgroups.v2;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.devices.DeviceAccess;
import io.cgroups.devices.DevicePolicy;
import io.cgroups.devices.DeviceRule;
import io.cgroups.devices.DeviceType;
import io.cgroups.spi.AttachedProgram;
import io.cgroups.spi.BpfInstruction;
import io.cgroups.spi.BpfProgram;
import io.cgroups.spi.CgroupPrograms;
import io.cgroups.spi.ProgramHook;
import io.cgroups.testkit.InMemoryKernel;
import io.cgroups.unit.DeviceNumber;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A program answers as its policy does: tried in a small world of devices, where every policy of two rules can be. */
class V2DevicesCodeTest {
    private static final V2DevicesCode CODE = new V2DevicesCode();
    private static final List<OptionalInt> NUMBERS = List.of(OptionalInt.empty(), OptionalInt.of(0), OptionalInt.of(1));

    /** Every access there is: reading, writing, making, and any of these at once. */
    private static final List<Set<DeviceAccess>> ACCESSES =
            IntStream.rangeClosed(1, 7).mapToObj(V2DeviceBits::access).toList();

    /** Every rule with the numbers 0 and 1, and any. */
    private static final List<DeviceRule> RULES = Stream.of(DeviceType.values())
            .flatMap(type -> NUMBERS.stream()
                    .flatMap(major -> NUMBERS.stream()
                            .flatMap(minor ->
                                    ACCESSES.stream().map(access -> new DeviceRule(type, major, minor, access)))))
            .toList();

    /** Every way to use a device; the number 2 is that of devices no rule names. */
    private static final List<DeviceRule> USES = Stream.of(DeviceType.CHAR, DeviceType.BLOCK)
            .flatMap(type -> IntStream.rangeClosed(0, 2)
                    .boxed()
                    .flatMap(major -> IntStream.rangeClosed(0, 2)
                            .boxed()
                            .flatMap(minor -> ACCESSES.stream()
                                    .map(access -> DeviceRule.of(type, new DeviceNumber(major, minor), access)))))
            .toList();

    private final InMemoryKernel kernel = InMemoryKernel.v2();
    private final CgroupPrograms programs = kernel.programs().orElseThrow();
    private final Cgroup box = kernel.cgroups().create("box", Controller.DEVICES);
    private final Path directory = box.files(Controller.DEVICES).directory();
    private final long member = kernel.startProcess();

    V2DevicesCodeTest() {
        box.attach(member);
    }

    /** Lets the kernel verify and run the program. */
    private void attach(DevicePolicy policy) {
        BpfProgram program = CODE.program(policy);
        List<AttachedProgram> present = programs.attached(directory, ProgramHook.DEVICE);
        if (present.isEmpty()) {
            programs.attach(directory, program);
        } else {
            programs.replace(directory, present.get(0), program);
        }
    }

    private static List<DevicePolicy> policies(DeviceRule... rules) {
        return List.of(
                DevicePolicy.denyAll().allow(rules), DevicePolicy.allowAll().deny(rules));
    }

    private int checkAnswers(Collection<DevicePolicy> policies, List<DeviceRule> uses) {
        int answers = 0;
        for (DevicePolicy policy : policies) {
            attach(policy);
            for (DeviceRule use : uses) {
                boolean allowed = kernel.allows(member, use);
                if (allowed != policy.allows(use)) {
                    assertThat(allowed).as("%s: %s", policy, use).isEqualTo(policy.allows(use));
                }
                answers++;
            }
        }
        return answers;
    }

    @Test
    void everyPolicyOfOneRuleAnswersEveryQuestion() {
        List<DevicePolicy> policies = new ArrayList<>(policies());
        RULES.forEach(rule -> policies.addAll(policies(rule)));
        assertThat(checkAnswers(policies, USES)).isEqualTo(2 * (1 + 189) * 126);
    }

    @Test
    void everyPolicyOfTwoRulesAnswersEveryQuestion() {
        List<DeviceRule> rules = RULES.stream()
                .filter(rule -> rule.type() == DeviceType.CHAR || rule.major().isEmpty())
                .filter(rule -> rule.access().size() != 1 || rule.access().contains(DeviceAccess.READ))
                .toList();
        int answers = 0;
        for (int first = 0; first < rules.size(); first++) {
            for (int second = first + 1; second < rules.size(); second++) {
                answers += checkAnswers(policies(rules.get(first), rules.get(second)), USES);
            }
        }
        assertThat(answers).isEqualTo(rules.size() * (rules.size() - 1) * 126);
    }

    @Test
    void everyPolicyOfTwoRulesIsReadBack() {
        for (DeviceRule first : RULES) {
            for (DeviceRule second : RULES) {
                for (DevicePolicy policy : policies(first, second)) {
                    DevicePolicy read = CODE.parse(directory, CODE.instructions(policy));
                    if (!read.equals(policy)) {
                        assertThat(read).isEqualTo(policy);
                    }
                }
            }
        }
    }

    @Test
    void theLargestNumbersAreTakenForWhatTheyAre() {
        DeviceRule last = DeviceRule.of(
                DeviceType.BLOCK,
                new DeviceNumber(DeviceNumber.MAX_MAJOR, DeviceNumber.MAX_MINOR),
                EnumSet.of(DeviceAccess.WRITE));
        assertThat(checkAnswers(policies(last), List.of(last, last.withAccess(DeviceAccess.RWM))))
                .isEqualTo(4);
        policies(last)
                .forEach(policy -> assertThat(CODE.parse(directory, CODE.instructions(policy)))
                        .isEqualTo(policy));
    }

    @Test
    void whatTheVerifierPutsInIsPassedOver() {
        DevicePolicy policy = DevicePolicy.denyAll().allow(DeviceRule.parse("c 1:3 rw"));
        List<BpfInstruction> shown = new ArrayList<>();
        CODE.instructions(policy).forEach(instruction -> {
            shown.add(instruction);
            if (instruction.code() == 0x61) {
                int register = instruction.destination();
                shown.add(new BpfInstruction(0xbc, register, register, 0, 1));
            }
        });
        assertThat(CODE.parse(directory, shown)).isEqualTo(policy);
    }
}
