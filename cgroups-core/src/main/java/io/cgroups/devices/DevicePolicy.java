package io.cgroups.devices;

import io.cgroups.InvalidValueException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which devices members may use: all but some, or none but some. A state that is wanted, not a list of commands, so the
 * order of the rules means nothing, and two policies with the same exceptions are equal.
 *
 * <p>The exceptions are kept in their shortest form: one for each kind of device, with the access of rules for the same
 * devices put together, and without those that a wider one covers.
 *
 * <p>There are no exceptions of exceptions, because the kernel has none: "all of {@code c 1:*} but {@code c 1:3}" is no
 * policy. Immutable.
 *
 * @param byDefault what holds for everything that no exception is about
 * @param exceptions what is denied where the default is to allow, what is allowed where it is to deny
 */
public record DevicePolicy(Default byDefault, Set<DeviceRule> exceptions) {

    /** What holds for everything that no exception is about. */
    public enum Default {
        /** Everything is allowed but the exceptions. */
        ALLOW,
        /** Everything is denied but the exceptions. */
        DENY
    }

    private static final DevicePolicy ALLOW_ALL = new DevicePolicy(Default.ALLOW, Set.of());
    private static final DevicePolicy DENY_ALL = new DevicePolicy(Default.DENY, Set.of());

    /**
     * Brings the exceptions into their shortest form.
     *
     * @param byDefault see the record
     * @param exceptions see the record
     */
    public DevicePolicy {
        exceptions = Collections.unmodifiableSet(shortest(exceptions));
    }

    private static Set<DeviceRule> shortest(Collection<DeviceRule> rules) {
        Map<DeviceRule, Set<DeviceAccess>> merged = new LinkedHashMap<>();
        rules.stream()
                .flatMap(rule -> rule.byKind().stream())
                .forEach(rule -> merged.computeIfAbsent(
                                rule.withAccess(DeviceAccess.RWM), devices -> EnumSet.noneOf(DeviceAccess.class))
                        .addAll(rule.access()));
        Set<DeviceRule> all = new LinkedHashSet<>();
        merged.forEach((devices, access) -> all.add(devices.withAccess(access)));
        Set<DeviceRule> shortest = new LinkedHashSet<>(all);
        shortest.removeIf(rule -> all.stream().anyMatch(other -> !other.equals(rule) && other.covers(rule)));
        return shortest;
    }

    /**
     * Everything is allowed.
     *
     * @return the policy, to which denials can be added
     */
    public static DevicePolicy allowAll() {
        return ALLOW_ALL;
    }

    /**
     * Nothing is allowed.
     *
     * @return the policy, to which what is allowed can be added
     */
    public static DevicePolicy denyAll() {
        return DENY_ALL;
    }

    /**
     * This policy, with more allowed.
     *
     * @param rules what is allowed afterwards
     * @return the policy; the default stays
     * @throws InvalidValueException if that would be an exception of an exception: the default is to allow, and a wider
     *     rule that was denied includes part of it
     */
    public DevicePolicy allow(DeviceRule... rules) {
        return allow(List.of(rules));
    }

    /**
     * This policy, with more allowed.
     *
     * @param rules what is allowed afterwards
     * @return the policy; the default stays
     * @throws InvalidValueException see {@link #allow(DeviceRule...)}
     */
    public DevicePolicy allow(Collection<DeviceRule> rules) {
        return byDefault == Default.DENY ? plus(rules) : minus("devices.allow", rules);
    }

    /**
     * This policy, with more denied.
     *
     * @param rules what is denied afterwards
     * @return the policy; the default stays
     * @throws InvalidValueException if that would be an exception of an exception: the default is to deny, and a wider
     *     rule that was allowed includes part of it
     */
    public DevicePolicy deny(DeviceRule... rules) {
        return deny(List.of(rules));
    }

    /**
     * This policy, with more denied.
     *
     * @param rules what is denied afterwards
     * @return the policy; the default stays
     * @throws InvalidValueException see {@link #deny(DeviceRule...)}
     */
    public DevicePolicy deny(Collection<DeviceRule> rules) {
        return byDefault == Default.ALLOW ? plus(rules) : minus("devices.deny", rules);
    }

    private DevicePolicy plus(Collection<DeviceRule> rules) {
        Set<DeviceRule> all = new LinkedHashSet<>(exceptions);
        all.addAll(rules);
        return new DevicePolicy(byDefault, all);
    }

    private DevicePolicy minus(String setting, Collection<DeviceRule> rules) {
        List<DeviceRule> left = new ArrayList<>(exceptions);
        for (DeviceRule rule : rules) {
            left = left.stream()
                    .flatMap(exception -> cut(setting, exception, rule).stream())
                    .toList();
        }
        return new DevicePolicy(byDefault, new LinkedHashSet<>(left));
    }

    /** What is left of an exception; a part of its access can be taken away, but only from all its devices. */
    private static List<DeviceRule> cut(String setting, DeviceRule exception, DeviceRule rule) {
        if (!rule.intersects(exception)) {
            return List.of(exception);
        }
        if (!rule.coversDevices(exception)) {
            throw new InvalidValueException(
                    setting,
                    rule,
                    "the exception \"" + exception
                            + "\" has other devices too, and the kernel takes no part of them out"
                            + " of it; take all of it away, and add one for each device that remains");
        }
        Set<DeviceAccess> access = EnumSet.copyOf(exception.access());
        access.removeAll(rule.access());
        return access.isEmpty() ? List.of() : List.of(exception.withAccess(access));
    }

    /**
     * Whether all of a rule is allowed by this policy alone, as the kernel decides it: where the default is to deny, one
     * exception must cover it, so reading by one and writing by another is no leave to open a device for both.
     *
     * @param rule what is to be done
     * @return false when a part of it is denied
     */
    public boolean allows(DeviceRule rule) {
        return rule.byKind().stream()
                .allMatch(kind -> byDefault == Default.DENY
                        ? exceptions.stream().anyMatch(exception -> exception.covers(kind))
                        : exceptions.stream().noneMatch(exception -> exception.intersects(kind)));
    }

    /** Returns for example {@code deny all but c 1:3 rwm, c 5:* rw}. */
    @Override
    public String toString() {
        String all = byDefault == Default.ALLOW ? "allow all" : "deny all";
        return exceptions.isEmpty()
                ? all
                : all + " but " + exceptions.stream().map(DeviceRule::toString).collect(Collectors.joining(", "));
    }
}
