package io.cgroups.misc;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.ControllerSpec;
import io.cgroups.InvalidValueException;
import io.cgroups.spi.KernelWrite;
import io.cgroups.unit.Limit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What can be set of the misc controller; a resource that is absent stays as it is. Immutable.
 *
 * @param max the limits, by the name of the resource; see {@link Builder#max}
 */
public record MiscSpec(Map<String, Limit<Long>> max) implements ControllerSpec {

    /**
     * Copies the map and checks names and limits.
     *
     * @param max see the record
     * @throws InvalidValueException if a name is empty or has a space, or a limit is under 0
     */
    public MiscSpec {
        max = Collections.unmodifiableMap(new TreeMap<>(max));
        max.forEach(MiscSpec::check);
    }

    private static void check(String resource, Limit<Long> limit) {
        if (resource.isEmpty() || resource.chars().anyMatch(Character::isWhitespace)) {
            throw new InvalidValueException("misc.max resource", resource, "a name without spaces, for example sev");
        }
        limit.value()
                .ifPresent(number -> InvalidValueException.inRange(
                        "misc.max " + resource, number, 0, Long.MAX_VALUE, "use Limit.unlimited() for no limit"));
    }

    /**
     * Starts a specification that mentions nothing.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Controller controller() {
        return Controller.MISC;
    }

    @Override
    public List<KernelWrite> planFor(Cgroup group) {
        return group.misc().plan(this);
    }

    /** Collects settings. Not safe for use by several threads. */
    public static final class Builder {
        private final Map<String, Limit<Long>> max = new TreeMap<>();

        private Builder() {}

        /**
         * Limits how much of a resource members and those of the groups below may have. One more is refused to them; what
         * they have already, and what was used before they became members, is not taken away.
         *
         * @param resource the name of the resource, for example {@code sev}, which the machine must have
         * @param limit 0 or more, default unlimited, also over what the machine has; v1 and v2 {@code misc.max} (unlimited
         *     is max), since Linux 5.13
         * @return this
         * @throws InvalidValueException if the name is empty or has a space, or the limit is under 0
         */
        public Builder max(String resource, Limit<Long> limit) {
            check(resource, limit);
            max.put(resource, limit);
            return this;
        }

        /**
         * Makes the specification.
         *
         * @return an immutable copy of what was set
         */
        public MiscSpec build() {
            return new MiscSpec(max);
        }
    }
}
