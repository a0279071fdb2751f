package io.cgroups.hugetlb;

import io.cgroups.CgroupIoException;
import io.cgroups.ControllerFacet;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import java.util.List;

/**
 * Limits and statistics of the huge pages of a group, for each page size.
 *
 * <p>The setters are one-part specifications, see {@link HugetlbSpec}; each call returns this, and throws
 * {@link CgroupIoException} if the kernel refuses and {@link UnsupportedSettingException} if it has no such pages or no
 * such setting, and then has changed nothing. Reading throws {@link UnsupportedSettingException} likewise.
 */
public interface HugetlbController extends ControllerFacet<HugetlbSpec, HugetlbController> {

    /**
     * Finds the page sizes of this kernel, from the names of the control files.
     *
     * @return the sizes, smallest first; none for the root of v2, which has no such files
     */
    List<HugePageSize> pageSizes();

    /**
     * Reads a limit; v1 {@code hugetlb.2MB.limit_in_bytes}, v2 {@code hugetlb.2MB.max}.
     *
     * @param page the page size
     * @return the limit of this group itself, whatever those above have
     */
    Limit<DataSize> max(HugePageSize page);

    /**
     * Reads a limit of reservations; v1 {@code hugetlb.2MB.rsvd.limit_in_bytes}, v2 {@code hugetlb.2MB.rsvd.max}, since
     * Linux 5.7.
     *
     * @param page the page size
     * @return the limit of this group itself
     */
    Limit<DataSize> reservationMax(HugePageSize page);

    /**
     * Reads the limit that holds members: the smallest of this group and those above. What is above the root of the mount or of the
     * cgroup namespace cannot be seen.
     *
     * @param page the page size
     * @return the limit
     */
    Limit<DataSize> effectiveMax(HugePageSize page);

    /**
     * Reads the limit of reservations that holds members, likewise; since Linux 5.7.
     *
     * @param page the page size
     * @return the limit
     */
    Limit<DataSize> effectiveReservationMax(HugePageSize page);

    /**
     * Reads everything the kernel accounts.
     *
     * @return a snapshot of several files read one after the other
     */
    HugetlbStats stats();

    /**
     * Sets the peaks of a page size back to the present usage; v1 {@code hugetlb.2MB.max_usage_in_bytes}, v2 has none.
     *
     * @param page the page size
     * @return this
     */
    HugetlbController resetPeak(HugePageSize page);

    /**
     * Sets the failures of a page size back to zero; v1 {@code hugetlb.2MB.failcnt}; on v2 they only grow.
     *
     * @param page the page size
     * @return this
     */
    HugetlbController resetFailures(HugePageSize page);

    /**
     * Reads what is in use; v1 {@code hugetlb.2MB.usage_in_bytes}, v2 {@code hugetlb.2MB.current}.
     *
     * @param page the page size
     * @return the usage of this group with those below
     */
    DataSize usage(HugePageSize page);

    /**
     * Sets a limit.
     *
     * @param page the page size
     * @param limit see {@link HugetlbSpec.Builder#max}
     * @return this
     */
    default HugetlbController max(HugePageSize page, Limit<DataSize> limit) {
        return apply(HugetlbSpec.builder().max(page, limit).build());
    }

    /**
     * Sets a limit of reservations.
     *
     * @param page the page size
     * @param limit see {@link HugetlbSpec.Builder#reservationMax}
     * @return this
     */
    default HugetlbController reservationMax(HugePageSize page, Limit<DataSize> limit) {
        return apply(HugetlbSpec.builder().reservationMax(page, limit).build());
    }
}
