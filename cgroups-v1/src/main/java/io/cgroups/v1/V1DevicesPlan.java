package io.cgroups.v1;

import io.cgroups.devices.DeviceList;
import io.cgroups.devices.DevicePolicy;
import io.cgroups.devices.DeviceRule;
import io.cgroups.devices.DevicesSpec;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The order of the writes of a {@link DevicesSpec} on v1.
 *
 * <p>In a group that denies by default, the kernel adds a rule to those it has, and takes away from the rule for exactly
 * the same devices. So the plan adds first, and then takes away rule by rule. Changing the default drops all rules, which
 * cannot be avoided; then the new ones follow at once.
 */
final class V1DevicesPlan {
    private static final String EVERYTHING = "a";

    private final GroupDir dir;
    private final DevicesSpec spec;
    private final V1DevicesRefusals refusals;
    private final List<KernelWrite> writes = new ArrayList<>();

    V1DevicesPlan(GroupDir dir, DevicesSpec spec) {
        this.dir = dir;
        this.spec = spec;
        this.refusals = new V1DevicesRefusals(dir);
    }

    List<KernelWrite> writes() {
        DeviceList present = V1Devices.list(dir);
        Optional<DevicePolicy> target = spec.policy().or(present::policy).map(spec::appliedTo);
        if (target.isEmpty()) {
            changeUnseenExceptions();
        } else if (present.allowsByDefault() || target.get().byDefault() == DevicePolicy.Default.ALLOW) {
            changeDefault(present, target.get());
        } else {
            new V1DevicesDiff(present.rules(), target.get()).additions().forEach(this::allow);
            new V1DevicesDiff(present.rules(), target.get()).removals().forEach(this::deny);
        }
        return List.copyOf(writes);
    }

    /** Whether an exception was there cannot be known; taking back an allowance would deny what may have been allowed. */
    private void changeUnseenExceptions() {
        byKind(spec.allow()).forEach(rule -> writes.add(allowing(rule).undoneBy(List.of())));
        byKind(spec.deny()).forEach(this::deny);
    }

    private static List<DeviceRule> byKind(List<DeviceRule> rules) {
        return rules.stream().flatMap(rule -> rule.byKind().stream()).toList();
    }

    /** The first write takes everything back, so the others need not be. */
    private void changeDefault(DeviceList present, DevicePolicy target) {
        boolean allows = target.byDefault() == DevicePolicy.Default.ALLOW;
        writes.add(KernelWrite.of(dir, allows ? V1Devices.ALLOW : V1Devices.DENY, EVERYTHING)
                .undoneBy(restoring(present))
                .explainedBy(refusals::ofDefault));
        target.exceptions().forEach(rule -> writes.add((allows ? denying(rule) : allowing(rule)).undoneBy(List.of())));
    }

    private List<KernelWrite> restoring(DeviceList present) {
        if (present.allowsByDefault()) {
            return List.of(KernelWrite.of(dir, V1Devices.ALLOW, EVERYTHING));
        }
        List<KernelWrite> steps = new ArrayList<>();
        steps.add(KernelWrite.of(dir, V1Devices.DENY, EVERYTHING));
        present.rules().forEach(rule -> steps.add(allowing(rule)));
        return steps;
    }

    private void allow(DeviceRule rule) {
        writes.add(allowing(rule).undoneBy(List.of(denying(rule))));
    }

    private void deny(DeviceRule rule) {
        writes.add(denying(rule).undoneBy(List.of(allowing(rule))));
    }

    private KernelWrite allowing(DeviceRule rule) {
        return KernelWrite.of(dir, V1Devices.ALLOW, rule.toString()).explainedBy(refusal -> refusals.of(refusal, rule));
    }

    private KernelWrite denying(DeviceRule rule) {
        return KernelWrite.of(dir, V1Devices.DENY, rule.toString()).explainedBy(refusals::ofDenial);
    }
}
