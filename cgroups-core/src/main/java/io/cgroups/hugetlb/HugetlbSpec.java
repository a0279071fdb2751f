package io.cgroups.hugetlb;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.ControllerSpec;
import io.cgroups.InvalidValueException;
import io.cgroups.spi.KernelWrite;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What can be set of the hugetlb controller; a page size that is absent stays as it is. Immutable.
 *
 * @param max the limits of huge pages in use, by page size; see {@link Builder#max}
 * @param reservationMax the limits of huge pages reserved, by page size; see {@link Builder#reservationMax}
 */
public record HugetlbSpec(Map<HugePageSize, Limit<DataSize>> max, Map<HugePageSize, Limit<DataSize>> reservationMax)
        implements ControllerSpec {

    /**
     * Copies the maps and checks the limits.
     *
     * @throws InvalidValueException if a limit is no multiple of its page size
     * @param max see the record
     * @param reservationMax see the record
     */
    public HugetlbSpec {
        max = Collections.unmodifiableMap(new TreeMap<>(max));
        reservationMax = Collections.unmodifiableMap(new TreeMap<>(reservationMax));
        max.forEach(HugetlbSpec::check);
        reservationMax.forEach(HugetlbSpec::check);
    }

    private static void check(HugePageSize page, Limit<DataSize> limit) {
        limit.value().filter(size -> size.bytes() % page.bytes() != 0).ifPresent(size -> {
            throw new InvalidValueException(
                    "hugetlb." + page + " limit in bytes",
                    size.bytes(),
                    "a multiple of the page size, " + page.bytes() + "; the kernel would silently round it down");
        });
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
        return Controller.HUGETLB;
    }

    @Override
    public List<KernelWrite> planFor(Cgroup group) {
        return group.hugetlb().plan(this);
    }

    /** Collects settings. Not safe for use by several threads. */
    public static final class Builder {
        private final Map<HugePageSize, Limit<DataSize>> max = new TreeMap<>();
        private final Map<HugePageSize, Limit<DataSize>> reservationMax = new TreeMap<>();

        private Builder() {}

        /**
         * Limits the huge pages of a size that members and the groups below use. Touching one more kills the member with
         * {@code SIGBUS}.
         *
         * @param page the page size, which the kernel must have
         * @param limit a multiple of it, default unlimited; v1 {@code hugetlb.2MB.limit_in_bytes} (unlimited is -1), v2
         *     {@code hugetlb.2MB.max} since Linux 5.6; both refuse less than is in use
         * @return this
         * @throws InvalidValueException if it is no multiple
         */
        public Builder max(HugePageSize page, Limit<DataSize> limit) {
            check(page, limit);
            max.put(page, limit);
            return this;
        }

        /**
         * Limits the huge pages of a size that members and the groups below reserve. Mapping more fails.
         *
         * @param page the page size, which the kernel must have
         * @param limit a multiple of it, default unlimited; v1 {@code hugetlb.2MB.rsvd.limit_in_bytes} (unlimited is
         *     -1), v2 {@code hugetlb.2MB.rsvd.max}, since Linux 5.7
         * @return this
         * @throws InvalidValueException if it is no multiple
         */
        public Builder reservationMax(HugePageSize page, Limit<DataSize> limit) {
            check(page, limit);
            reservationMax.put(page, limit);
            return this;
        }

        /**
         * Makes the specification.
         *
         * @return an immutable copy of what was set
         */
        public HugetlbSpec build() {
            return new HugetlbSpec(max, reservationMax);
        }
    }
}
