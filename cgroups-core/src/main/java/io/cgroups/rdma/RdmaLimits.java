package io.cgroups.rdma;

import io.cgroups.InvalidValueException;
import io.cgroups.unit.Limit;

/**
 * What a group may have open on one RDMA device. Immutable.
 *
 * @param hcaHandles how many handles of the device ({@code hca_handle}), one for each opening of it
 * @param hcaObjects how many objects in it ({@code hca_object}), such as queue pairs and memory regions
 */
public record RdmaLimits(Limit<Long> hcaHandles, Limit<Long> hcaObjects) {
    /** The largest number that is a limit; one more is unlimited for the kernel. */
    public static final long LARGEST_LIMIT = Integer.MAX_VALUE - 1L;

    /**
     * Checks the ranges.
     *
     * @param hcaHandles see the record
     * @param hcaObjects see the record
     * @throws InvalidValueException if a limit is not 0 to {@link #LARGEST_LIMIT}
     */
    public RdmaLimits {
        check("hca_handle", hcaHandles);
        check("hca_object", hcaObjects);
    }

    static void check(String name, Limit<Long> limit) {
        limit.value()
                .ifPresent(number -> InvalidValueException.inRange(
                        "rdma.max " + name, number, 0, LARGEST_LIMIT, "use Limit.unlimited() for no limit"));
    }

    /**
     * No limits.
     *
     * @return the limits of a new group
     */
    public static RdmaLimits unlimited() {
        return new RdmaLimits(Limit.unlimited(), Limit.unlimited());
    }
}
