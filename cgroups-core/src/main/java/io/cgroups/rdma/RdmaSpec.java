package io.cgroups.rdma;

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
 * What can be set of the rdma controller; a device that is absent stays as it is. Immutable.
 *
 * @param hcaHandles the limits of handles, by the name of the device; see {@link Builder#hcaHandles}
 * @param hcaObjects the limits of objects, by the name of the device; see {@link Builder#hcaObjects}
 */
public record RdmaSpec(Map<String, Limit<Long>> hcaHandles, Map<String, Limit<Long>> hcaObjects)
        implements ControllerSpec {

    /**
     * Copies the maps and checks names and limits.
     *
     * @param hcaHandles see the record
     * @param hcaObjects see the record
     * @throws InvalidValueException if a name is empty or has a space, or a limit is not 0 to
     *     {@link RdmaLimits#LARGEST_LIMIT}
     */
    public RdmaSpec {
        hcaHandles = Collections.unmodifiableMap(new TreeMap<>(hcaHandles));
        hcaObjects = Collections.unmodifiableMap(new TreeMap<>(hcaObjects));
        hcaHandles.forEach((device, limit) -> check(device, "hca_handle", limit));
        hcaObjects.forEach((device, limit) -> check(device, "hca_object", limit));
    }

    private static void check(String device, String name, Limit<Long> limit) {
        if (device.isEmpty() || device.chars().anyMatch(Character::isWhitespace)) {
            throw new InvalidValueException("rdma.max device", device, "a name without spaces, for example mlx5_0");
        }
        RdmaLimits.check(name, limit);
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
        return Controller.RDMA;
    }

    @Override
    public List<KernelWrite> planFor(Cgroup group) {
        return group.rdma().plan(this);
    }

    /** Collects settings. Not safe for use by several threads. */
    public static final class Builder {
        private final Map<String, Limit<Long>> hcaHandles = new TreeMap<>();
        private final Map<String, Limit<Long>> hcaObjects = new TreeMap<>();

        private Builder() {}

        /**
         * Limits how often members and those of the groups below may open a device. Opening it once more fails with
         * {@code EAGAIN}.
         *
         * @param device the name of the device, for example {@code mlx5_0}, which the kernel must have
         * @param limit 0 to {@link RdmaLimits#LARGEST_LIMIT}, default unlimited; v1 and v2 {@code hca_handle} of
         *     {@code rdma.max} (unlimited is max), since Linux 4.11
         * @return this
         * @throws InvalidValueException if the name is empty or has a space, or the limit is out of range
         */
        public Builder hcaHandles(String device, Limit<Long> limit) {
            check(device, "hca_handle", limit);
            hcaHandles.put(device, limit);
            return this;
        }

        /**
         * Limits how many objects of a device members and those of the groups below may have. Making one more fails with
         * {@code EAGAIN}.
         *
         * @param device the name of the device, for example {@code mlx5_0}, which the kernel must have
         * @param limit 0 to {@link RdmaLimits#LARGEST_LIMIT}, default unlimited; v1 and v2 {@code hca_object} of
         *     {@code rdma.max} (unlimited is max), since Linux 4.11
         * @return this
         * @throws InvalidValueException if the name is empty or has a space, or the limit is out of range
         */
        public Builder hcaObjects(String device, Limit<Long> limit) {
            check(device, "hca_object", limit);
            hcaObjects.put(device, limit);
            return this;
        }

        /**
         * Limits both.
         *
         * @param device see {@link #hcaHandles}
         * @param limits the limits of handles and objects
         * @return this
         * @throws InvalidValueException if the name is empty or has a space
         */
        public Builder max(String device, RdmaLimits limits) {
            return hcaHandles(device, limits.hcaHandles()).hcaObjects(device, limits.hcaObjects());
        }

        /**
         * Makes the specification.
         *
         * @return an immutable copy of what was set
         */
        public RdmaSpec build() {
            return new RdmaSpec(hcaHandles, hcaObjects);
        }
    }
}
