package io.cgroups.v2;

import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.devices.DevicePolicy;
import io.cgroups.devices.DevicePolicy.Default;
import io.cgroups.devices.DeviceRule;
import io.cgroups.devices.DevicesSpec;
import io.cgroups.spi.KernelWrite;
import io.cgroups.spi.ProgramHook;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one step of a {@link DevicesSpec} on v2: the program of the policy that is wanted takes the place of the present one.
 *
 * <p>The kernel asks the programs of the groups above as well, so what they deny could be allowed here without any effect;
 * that is refused, as the kernel does it on v1.
 */
final class V2DevicesPlan {
    private final V2Program<DevicePolicy> program;
    private final DevicesSpec spec;

    V2DevicesPlan(V2Program<DevicePolicy> program, DevicesSpec spec) {
        this.program = program;
        this.spec = spec;
    }

    List<KernelWrite> writes() {
        Optional<DevicePolicy> own = program.read();
        List<DevicePolicy> above = program.readAbove();
        DevicePolicy inherited = above.stream().findFirst().orElse(DevicePolicy.allowAll());
        DevicePolicy present = own.orElse(inherited);
        DevicePolicy target = spec.appliedTo(present);
        above.forEach(this::checkWithin);
        boolean isAsked = spec.policy().isPresent() || !target.equals(present);
        Optional<DevicePolicy> wanted = Optional.of(target).filter(V2DevicesPlan::restricts);
        return isAsked && !wanted.equals(own) ? List.of(program.becomes(wanted)) : List.of();
    }

    /** A group without a program is restricted by those above only. */
    private static boolean restricts(DevicePolicy policy) {
        return policy.byDefault() == Default.DENY || !policy.exceptions().isEmpty();
    }

    private void checkWithin(DevicePolicy above) {
        spec.policy()
                .filter(policy -> policy.byDefault() == Default.ALLOW && above.byDefault() == Default.DENY)
                .ifPresent(policy -> {
                    throw refusal(above, policy);
                });
        allowed().filter(rule -> !above.allows(rule)).findFirst().ifPresent(rule -> {
            throw refusal(above, rule);
        });
    }

    private Stream<DeviceRule> allowed() {
        List<DeviceRule> rules = new ArrayList<>(spec.allow());
        spec.policy()
                .filter(policy -> policy.byDefault() == Default.DENY)
                .ifPresent(policy -> rules.addAll(policy.exceptions()));
        return rules.stream();
    }

    /** As the kernel of v1 answers, and as members would be answered here. */
    private CgroupIoException refusal(DevicePolicy above, Object value) {
        Failure failure = Failure.of("set " + ProgramHook.DEVICE.kernelName(), program.group(), Errno.EPERM)
                .withData(value.toString());
        return CgroupIoException.of(
                failure.withHint(
                        "the group above does not allow it, and no group has more than the one above; the policy"
                                + " there is: " + above),
                null);
    }
}
