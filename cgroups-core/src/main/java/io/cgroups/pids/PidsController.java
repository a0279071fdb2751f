package io.cgroups.pids;

import io.cgroups.CgroupIoException;
import io.cgroups.ControllerFacet;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.unit.Limit;

/**
 * How many processes and threads a group may have and has. The root of a hierarchy has neither limit nor count.
 *
 * <p>The setter is a one-part specification, see {@link PidsSpec}; it returns this, and throws {@link CgroupIoException}
 * if the kernel refuses and {@link UnsupportedSettingException} for the root, and then has changed nothing.
 */
public interface PidsController extends ControllerFacet<PidsSpec, PidsController> {

    /**
     * Reads the limit; {@code pids.max}.
     *
     * @return the limit of this group itself, whatever those above have
     */
    Limit<Long> max();

    /**
     * Reads the limit that holds members: the smallest of this group and those above. A group that is without the pids
     * controller is held by those above all the same. What is above the root of the mount or of the cgroup namespace cannot be
     * seen.
     *
     * @return the limit; the kernel refuses one more as soon as any of these groups has reached its own
     */
    Limit<Long> effectiveMax();

    /**
     * Reads how many processes and threads there are; {@code pids.current}.
     *
     * @return the number in this group and those below; threads count one each
     */
    long current();

    /**
     * Reads everything the kernel counts.
     *
     * @return a snapshot of several files read one after the other
     */
    PidsStats stats();

    /**
     * Sets the limit.
     *
     * @param max see {@link PidsSpec.Builder#max}
     * @return this
     */
    default PidsController max(Limit<Long> max) {
        return apply(PidsSpec.builder().max(max).build());
    }

    /**
     * Sets the limit.
     *
     * @param max 0 or more; see {@link PidsSpec.Builder#max}
     * @return this
     */
    default PidsController max(long max) {
        return max(Limit.of(max));
    }
}
