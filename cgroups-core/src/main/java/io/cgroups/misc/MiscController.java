package io.cgroups.misc;

import io.cgroups.CgroupIoException;
import io.cgroups.ControllerFacet;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.unit.Limit;
import java.util.List;
import java.util.Map;

/**
 * What a group may have and has of resources that only some machines have and that are counted one by one, such as the
 * encryption ids of confidential virtual machines ({@code sev}, {@code sev_es}). Since Linux 5.13, the same on v1 and v2.
 *
 * <p>The setters are one-part specifications, see {@link MiscSpec}; each call returns this, and throws
 * {@link CgroupIoException} if the kernel refuses and {@link UnsupportedSettingException} for the root, and then has
 * changed nothing. A resource the machine does not have is a {@link io.cgroups.ValueRejectedException} with a hint that
 * lists those it has.
 */
public interface MiscController extends ControllerFacet<MiscSpec, MiscController> {

    /**
     * Finds the resources of this machine.
     *
     * @return their names, in the kernel's order; none on most machines
     */
    List<String> resources();

    /**
     * Reads how much the machine has; {@code misc.capacity}, which only the root of the hierarchy has.
     *
     * @return the number by resource, in the kernel's order
     * @throws UnsupportedSettingException if the root is out of sight, as in a container
     */
    Map<String, Long> capacity();

    /**
     * Reads a limit; {@code misc.max}.
     *
     * @param resource its name
     * @return the limit of this group itself, whatever those above have
     * @throws UnsupportedSettingException if the machine has no such resource
     */
    Limit<Long> max(String resource);

    /**
     * Reads how much is in use at this moment; {@code misc.current}.
     *
     * @param resource its name
     * @return the number of this group with those below
     * @throws UnsupportedSettingException if the machine has no such resource
     */
    long current(String resource);

    /**
     * Reads everything the kernel counts.
     *
     * @return a snapshot of several files read one after the other
     */
    MiscStats stats();

    /**
     * Sets a limit.
     *
     * @param resource its name
     * @param limit see {@link MiscSpec.Builder#max}
     * @return this
     */
    default MiscController max(String resource, Limit<Long> limit) {
        return apply(MiscSpec.builder().max(resource, limit).build());
    }
}
