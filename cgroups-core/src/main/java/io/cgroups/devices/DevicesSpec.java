package io.cgroups.devices;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.ControllerSpec;
import io.cgroups.InvalidValueException;
import io.cgroups.spi.KernelWrite;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What can be set of the devices controller; a setting that is absent stays as it is. Immutable.
 *
 * <p>First the policy holds, or without one the present state; then more is allowed; then more is denied. So where both
 * name the same, it is denied. Members keep the devices they have open.
 *
 * <h2>Without a gap, and where there is one</h2>
 *
 * On v2 one program takes the place of another in one step, so there is no gap at all. On v1 only what differs is
 * written. Between two policies that deny by default, what is to be allowed is added before what is to be denied is
 * taken away: at no moment is anything denied that both policies allow, and at no moment is a device usable in a way
 * that neither allows, but for reading and writing at once where each allows one of them.
 *
 * <p>From allowing by default to denying by default, or back, there is no way around a gap on v1: the one write that
 * changes the default ({@code a} to {@code devices.deny} or {@code devices.allow}) drops all exceptions, and the new ones
 * follow one write each, at once.
 *
 * <ul>
 *   <li>To deny by default: until its rule is written, a member cannot open a device that is allowed before and after.
 *   <li>To allow by default: until its rule is written, a member can open a device that is denied before and after. The
 *       same gap is there when the group allows by default already: its exceptions, which the kernel does not show,
 *       must be dropped to be replaced.
 * </ul>
 *
 * Nobody notices while the group has no members or they are frozen. Or give the new group a policy that denies by
 * default and allows {@link DeviceRule#EVERYTHING}: every later policy that denies by default then comes without a gap.
 *
 * <h2>Taking back</h2>
 *
 * When a later step is refused, a group of v2 has its policy again. On v1 a group that denied by default has its
 * rules again. One that allowed by default allows everything again that the group above does; exceptions of its own
 * are lost, because the kernel does not show them. In such a group, rules that are added by {@link Builder#deny} are
 * allowed again, and those of {@link Builder#allow} stay. What the kernel took away from groups below does not come
 * back.
 *
 * @param policy the policy; see {@link Builder#policy}
 * @param allow what else is allowed; see {@link Builder#allow}
 * @param deny what else is denied; see {@link Builder#deny}
 */
public record DevicesSpec(Optional<DevicePolicy> policy, List<DeviceRule> allow, List<DeviceRule> deny)
        implements ControllerSpec {

    /**
     * Copies the lists.
     *
     * @param policy see the record
     * @param allow see the record
     * @param deny see the record
     */
    public DevicesSpec {
        allow = List.copyOf(allow);
        deny = List.copyOf(deny);
    }

    /**
     * Starts a specification that mentions nothing.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The policy afterwards.
     *
     * @param present the policy before, which counts where this specification has none
     * @return the policy
     * @throws InvalidValueException if a rule would be an exception of an exception; see {@link DevicePolicy}
     */
    public DevicePolicy appliedTo(DevicePolicy present) {
        return policy.orElse(present).allow(allow).deny(deny);
    }

    @Override
    public Controller controller() {
        return Controller.DEVICES;
    }

    @Override
    public List<KernelWrite> planFor(Cgroup group) {
        return group.devices().plan(this);
    }

    /** Collects settings. Not safe for use by several threads. */
    public static final class Builder {
        private Optional<DevicePolicy> policy = Optional.empty();
        private final List<DeviceRule> allow = new ArrayList<>();
        private final List<DeviceRule> deny = new ArrayList<>();

        private Builder() {}

        /**
         * Replaces the whole policy. A group never has more than the one above, and taking away takes away from all
         * groups below.
         *
         * @param policy a new group has that of the one above, and the root allows all; v1 {@code devices.allow} and
         *     {@code devices.deny}, where changing the default needs a group without groups below, and one that was removed
         *     counts for some milliseconds more; v2 a program at {@code cgroup_device}, and none to allow all
         * @return this
         */
        public Builder policy(DevicePolicy policy) {
            this.policy = Optional.of(policy);
            return this;
        }

        /**
         * Allows more, as far as the group above does.
         *
         * @param rules what is allowed; a rule that is allowed already changes nothing. v1 {@code devices.allow}, v2
         *     a program. In a group that allows by default it takes an exception for just these devices back; when what
         *     denies them is a wider one, v1 does nothing, without a word of the kernel, and on v2 the plan is refused
         *     with {@link InvalidValueException}
         * @return this
         */
        public Builder allow(DeviceRule... rules) {
            return allow(List.of(rules));
        }

        /**
         * Allows more; see {@link #allow(DeviceRule...)}.
         *
         * @param rules what is allowed
         * @return this
         */
        public Builder allow(Collection<DeviceRule> rules) {
            allow.addAll(rules);
            return this;
        }

        /**
         * Denies more.
         *
         * @param rules what is denied, also as part of narrower rules that allow it; when it would be part of a wider
         *     one, the plan is refused with {@link InvalidValueException}, where the kernel would do nothing without a
         *     word. v1 {@code devices.deny}, v2 a program
         * @return this
         */
        public Builder deny(DeviceRule... rules) {
            return deny(List.of(rules));
        }

        /**
         * Denies more; see {@link #deny(DeviceRule...)}.
         *
         * @param rules what is denied
         * @return this
         */
        public Builder deny(Collection<DeviceRule> rules) {
            deny.addAll(rules);
            return this;
        }

        /**
         * Makes the specification.
         *
         * @return an immutable copy of what was set
         */
        public DevicesSpec build() {
            return new DevicesSpec(policy, allow, deny);
        }
    }
}
