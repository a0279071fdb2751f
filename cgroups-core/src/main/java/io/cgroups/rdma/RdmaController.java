package io.cgroups.rdma;

import io.cgroups.CgroupIoException;
import io.cgroups.ControllerFacet;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.unit.Limit;
import java.util.List;

/**
 * What a group may have and has open on devices for remote direct memory access. The root of a hierarchy has neither
 * limits nor counts.
 *
 * <p>The setters are one-part specifications, see {@link RdmaSpec}; each call returns this, and throws
 * {@link CgroupIoException} if the kernel refuses and {@link UnsupportedSettingException} for the root, and then has
 * changed nothing. A device the kernel does not have is a {@link io.cgroups.ValueRejectedException} with a hint that
 * lists those it has.
 */
public interface RdmaController extends ControllerFacet<RdmaSpec, RdmaController> {

    /**
     * Finds the devices; v1 and v2 {@code rdma.max}.
     *
     * @return their names, in the kernel's order; none on most machines
     */
    List<String> devices();

    /**
     * Reads the limits on a device; v1 and v2 {@code rdma.max}.
     *
     * @param device its name
     * @return the limits of this group itself, whatever those above have
     * @throws UnsupportedSettingException if the kernel has no such device
     */
    RdmaLimits max(String device);

    /**
     * Reads what is open on a device; v1 and v2 {@code rdma.current}.
     *
     * @param device its name
     * @return the numbers of this group with those below
     * @throws UnsupportedSettingException if the kernel has no such device
     */
    RdmaUsage current(String device);

    /**
     * Reads everything the kernel counts.
     *
     * @return a snapshot of all devices
     */
    RdmaStats stats();

    /**
     * Sets both limits on a device.
     *
     * @param device its name
     * @param limits see {@link RdmaSpec.Builder#max}
     * @return this
     */
    default RdmaController max(String device, RdmaLimits limits) {
        return apply(RdmaSpec.builder().max(device, limits).build());
    }

    /**
     * Sets the limit of handles, and keeps that of objects.
     *
     * @param device its name
     * @param limit see {@link RdmaSpec.Builder#hcaHandles}
     * @return this
     */
    default RdmaController hcaHandles(String device, Limit<Long> limit) {
        return apply(RdmaSpec.builder().hcaHandles(device, limit).build());
    }

    /**
     * Sets the limit of objects, and keeps that of handles.
     *
     * @param device its name
     * @param limit see {@link RdmaSpec.Builder#hcaObjects}
     * @return this
     */
    default RdmaController hcaObjects(String device, Limit<Long> limit) {
        return apply(RdmaSpec.builder().hcaObjects(device, limit).build());
    }
}
