package io.cgroups.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.devices.DeviceAccess;
import io.cgroups.devices.DevicePolicy;
import io.cgroups.devices.DeviceRule;
import io.cgroups.devices.DeviceType;
import io.cgroups.devices.DevicesSpec;
import io.cgroups.spi.KernelWrite;
import io.cgroups.testkit.InMemoryKernel;
import io.cgroups.unit.DeviceNumber;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No step of a plan denies what the old and the new policy both allow: tried in a small world of devices, where every
 * pair of policies can be.
 */
class V1DevicesPlanTest {
    private static final List<OptionalInt> NUMBERS = List.of(OptionalInt.empty(), OptionalInt.of(0), OptionalInt.of(1));
    private static final List<Set<DeviceAccess>> ACCESSES = subsets();

    /** Every rule of character devices with the numbers 0 and 1, and any. */
    private static final List<DeviceRule> RULES = NUMBERS.stream()
            .flatMap(major -> NUMBERS.stream()
                    .flatMap(minor ->
                            ACCESSES.stream().map(access -> new DeviceRule(DeviceType.CHAR, major, minor, access))))
            .toList();

    /** Every way to use a device; the number 2 is that of devices no rule names. */
    private static final List<DeviceRule> USES = Stream.of(0, 1, 2)
            .flatMap(major -> Stream.of(0, 1, 2).map(minor -> new DeviceNumber(major, minor)))
            .flatMap(number -> ACCESSES.stream().map(access -> DeviceRule.of(DeviceType.CHAR, number, access)))
            .toList();

    private final InMemoryKernel kernel = InMemoryKernel.v1();
    private final Cgroup box = kernel.cgroups().create("box", Controller.DEVICES);
    private final long member = kernel.startProcess();

    V1DevicesPlanTest() {
        box.attach(member);
    }

    private static List<Set<DeviceAccess>> subsets() {
        EnumSet<DeviceAccess> read = EnumSet.of(DeviceAccess.READ);
        EnumSet<DeviceAccess> write = EnumSet.of(DeviceAccess.WRITE);
        return List.of(read, write, EnumSet.of(DeviceAccess.READ, DeviceAccess.WRITE));
    }

    private static DevicePolicy only(List<DeviceRule> rules) {
        return DevicePolicy.denyAll().allow(rules);
    }

    private Set<DeviceRule> allowed() {
        return USES.stream().filter(use -> kernel.allows(member, use)).collect(Collectors.toSet());
    }

    private static Set<DeviceRule> allowedBy(DevicePolicy policy) {
        return USES.stream().filter(policy::allows).collect(Collectors.toSet());
    }

    private List<KernelWrite> plan(DevicePolicy next) {
        return box.devices().plan(DevicesSpec.builder().policy(next).build());
    }

    private void checkSteps(DevicePolicy before, DevicePolicy after) {
        Set<DeviceRule> always = allowedBy(before);
        always.retainAll(allowedBy(after));
        Set<DeviceRule> ever = allowedBy(before);
        ever.addAll(allowedBy(after));
        for (KernelWrite write : plan(after)) {
            write.execute();
            Set<DeviceRule> now = allowed();
            assertThat(now).as(() -> before + " -> " + after + " at " + write).containsAll(always);
            now.removeIf(use -> use.access().size() > 1);
            assertThat(ever).as(() -> before + " -> " + after + " at " + write).containsAll(now);
        }
        assertThat(allowed()).as(() -> before + " -> " + after).isEqualTo(allowedBy(after));
    }

    @Test
    void noStepBetweenTwoPoliciesOfUpToOneRuleDeniesWhatBothAllow() {
        List<DevicePolicy> policies = new ArrayList<>(List.of(DevicePolicy.denyAll()));
        RULES.forEach(rule -> policies.add(only(List.of(rule))));
        box.devices().policy(DevicePolicy.denyAll());
        for (DevicePolicy before : policies) {
            for (DevicePolicy after : policies) {
                box.devices().policy(before);
                checkSteps(before, after);
            }
        }
    }

    @Test
    void noStepBetweenPoliciesOfManyRulesDeniesWhatBothAllow() {
        Random random = new Random(20_240_501);
        DevicePolicy before = DevicePolicy.denyAll();
        box.devices().policy(before);
        for (int i = 0; i < 1_000; i++) {
            DevicePolicy after = only(some(random));
            checkSteps(before, after);
            before = after;
        }
    }

    @Test
    void noStepFromRulesThatOverlapDeniesWhatBothAllow() {
        Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            box.devices().policy(DevicePolicy.denyAll());
            List<DeviceRule> rules = some(random);
            rules.forEach(rule -> box.files(Controller.DEVICES).write("devices.allow", rule.toString()));
            checkSteps(box.devices().list().policy().orElseThrow(), only(some(random)));
        }
    }

    private static List<DeviceRule> some(Random random) {
        return random.ints(random.nextInt(6), 0, RULES.size())
                .mapToObj(RULES::get)
                .toList();
    }

    @Test
    void whatWasDoneIsTakenBackFromEveryPoint() {
        Random random = new Random(11);
        box.devices().policy(DevicePolicy.denyAll());
        for (int i = 0; i < 1_000; i++) {
            box.devices().policy(only(some(random)));
            Set<DeviceRule> rules = Set.copyOf(box.devices().rules());
            DevicePolicy next =
                    random.nextInt(10) == 0 ? DevicePolicy.allowAll().deny(some(random)) : only(some(random));
            List<KernelWrite> plan = plan(next);
            List<KernelWrite> done = plan.subList(0, random.nextInt(plan.size() + 1));
            done.forEach(KernelWrite::execute);
            for (int step = done.size() - 1; step >= 0; step--) {
                done.get(step).inverse().forEach(KernelWrite::execute);
            }
            assertThat(Set.copyOf(box.devices().rules())).as("%s", plan).isEqualTo(rules);
        }
    }

    @Test
    void theLimitsOfOneChangeAreWhereTheSpecificationSays() {
        DeviceRule zero = DeviceRule.parse("c 1:5 rwm");
        List<KernelWrite> plan = plan(DevicePolicy.denyAll().allow(zero));
        assertThat(plan).extracting(KernelWrite::text).containsExactly("a", "c 1:5 rwm");
        plan.get(0).execute();
        assertThat(kernel.allows(member, zero)).isFalse();
        plan.get(1).execute();
        assertThat(kernel.allows(member, zero)).isTrue();
    }

    @Test
    void aGroupThatStartsWithEverythingAsARuleIsNarrowedWithoutAGap() {
        DevicePolicy everything = DevicePolicy.denyAll().allow(DeviceRule.EVERYTHING);
        box.devices().policy(everything);
        checkSteps(everything, only(List.of(DeviceRule.parse("c 1:0 rw"))));
    }
}
