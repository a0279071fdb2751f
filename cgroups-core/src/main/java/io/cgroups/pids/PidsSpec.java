package io.cgroups.pids;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.ControllerSpec;
import io.cgroups.InvalidValueException;
import io.cgroups.spi.KernelWrite;
import io.cgroups.unit.Limit;
import java.util.List;
import java.util.Optional;

/**
 * What can be set of the pids controller; a setting that is absent stays as it is. Immutable.
 *
 * @param max how many processes and threads there may be; see {@link Builder#max}
 */
public record PidsSpec(Optional<Limit<Long>> max) implements ControllerSpec {
    /** The largest number; the kernel has no more process ids. */
    public static final long LARGEST_MAX = 4_194_304;

    /**
     * Checks the range.
     *
     * @param max see the record
     * @throws InvalidValueException if there is a limit that is not 0 to {@link #LARGEST_MAX}
     */
    public PidsSpec {
        max.ifPresent(PidsSpec::check);
    }

    private static void check(Limit<Long> max) {
        max.value()
                .ifPresent(number -> InvalidValueException.inRange(
                        "pids.max", number, 0, LARGEST_MAX, "use Limit.unlimited() for no limit"));
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
        return Controller.PIDS;
    }

    @Override
    public List<KernelWrite> planFor(Cgroup group) {
        return group.pids().plan(this);
    }

    /** Collects settings. Not safe for use by several threads. */
    public static final class Builder {
        private Optional<Limit<Long>> max = Optional.empty();

        private Builder() {}

        /**
         * Limits how many processes and threads this group with those below may have. Making one more then fails;
         * existing ones stay, and moving more in is possible.
         *
         * @param max 0 to {@link #LARGEST_MAX}, default unlimited; with 0 nothing can be started in the group; threads
         *     count one each; {@code pids.max} on both versions, since Linux 4.3
         * @return this
         * @throws InvalidValueException if it is out of range
         */
        public Builder max(Limit<Long> max) {
            check(max);
            this.max = Optional.of(max);
            return this;
        }

        /**
         * Makes the specification.
         *
         * @return an immutable copy of what was set
         */
        public PidsSpec build() {
            return new PidsSpec(max);
        }
    }
}
