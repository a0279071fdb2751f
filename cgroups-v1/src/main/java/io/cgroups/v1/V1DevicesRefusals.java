package io.cgroups.v1;

import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import io.cgroups.devices.DeviceList;
import io.cgroups.devices.DevicePolicy;
import io.cgroups.devices.DeviceRule;
import io.cgroups.spi.GroupDir;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the refusals of the devices files mean. */
final class V1DevicesRefusals {
    private static final String CAPABILITY =
            "it needs CAP_SYS_ADMIN in the first user namespace, which owning the files does not give";

    private final GroupDir dir;

    V1DevicesRefusals(GroupDir dir) {
        this.dir = dir;
    }

    /** A rule for {@code devices.allow}. */
    Optional<String> of(CgroupIoException refusal, DeviceRule rule) {
        return is(refusal, Errno.EPERM) ? Optional.of(whyNotAllowed(rule)) : Optional.empty();
    }

    private String whyNotAllowed(DeviceRule rule) {
        Optional<DeviceList> above = dir.parent().map(V1Devices::list);
        if (above.isEmpty()) {
            return CAPABILITY;
        }
        Optional<DevicePolicy> policy = above.get().policy();
        if (policy.isEmpty()) {
            return "the group above denies part of it by an exception, which the kernel does not show; allow it there"
                    + " first; or else " + CAPABILITY;
        }
        return policy.get().allows(rule) ? CAPABILITY : doesNotAllow(above.get().rules());
    }

    private static String doesNotAllow(List<DeviceRule> rules) {
        String what = rules.isEmpty()
                ? "nothing"
                : rules.stream().map(DeviceRule::toString).collect(Collectors.joining(", "));
        return "the group above does not allow it by one rule, and no group has more than the one above; that allows "
                + what;
    }

    /** A rule for {@code devices.deny}. */
    Optional<String> ofDenial(CgroupIoException refusal) {
        return is(refusal, Errno.EPERM) ? Optional.of(CAPABILITY) : Optional.empty();
    }

    /** The write that changes the default. */
    Optional<String> ofDefault(CgroupIoException refusal) {
        if (is(refusal, Errno.EINVAL)) {
            return Optional.of(
                    "the default is changed, and exceptions of a default to allow are replaced, only in a group"
                            + " without groups below; one that was removed counts for some milliseconds more");
        }
        if (!is(refusal, Errno.EPERM)) {
            return Optional.empty();
        }
        return Optional.of(dir.parent()
                .map(V1Devices::list)
                .filter(above -> !above.allowsByDefault()
                        && refusal.path()
                                .filter(dir.file(V1Devices.ALLOW)::equals)
                                .isPresent())
                .map(above -> doesNotAllow(above.rules()))
                .orElse(CAPABILITY));
    }

    private static boolean is(CgroupIoException refusal, Errno errno) {
        return refusal.errno().filter(errno::equals).isPresent();
    }
}
