package io.cgroups.devices;

import io.cgroups.CgroupIoException;
import io.cgroups.ControllerFacet;
import io.cgroups.InvalidValueException;
import java.util.List;

/**
 * Which device nodes members of a group may open and make.
 *
 * <p>The kernel asks when a node is opened or made; a device that is open stays open. A group never has more than the
 * one above, and what a group is denied is denied in all groups below at once.
 *
 * <p>The setters are one-part specifications, see {@link DevicesSpec}; each call returns this, and throws
 * {@link CgroupIoException} if the kernel refuses and {@link InvalidValueException} if the kernel would silently do
 * nothing, and then has changed nothing.
 */
public interface DevicesController extends ControllerFacet<DevicesSpec, DevicesController> {

    /**
     * Reads what the kernel tells of the policy; v1 {@code devices.list}, v2 has none.
     *
     * @return the rules of this group itself; of a group that allows by default not its exceptions, which no kernel shows
     */
    DeviceList list();

    /**
     * Reads what is allowed; v1 {@code devices.list}, v2 has none.
     *
     * @return the rules of {@link #list()}
     */
    default List<DeviceRule> rules() {
        return list().rules();
    }

    /**
     * Replaces the whole policy, with the fewest writes and, where the kernel has a way, without a gap.
     *
     * @param policy see {@link DevicesSpec.Builder#policy}
     * @return this
     */
    default DevicesController policy(DevicePolicy policy) {
        return apply(DevicesSpec.builder().policy(policy).build());
    }

    /**
     * Allows more.
     *
     * @param rules see {@link DevicesSpec.Builder#allow(DeviceRule...)}
     * @return this
     */
    default DevicesController allow(DeviceRule... rules) {
        return apply(DevicesSpec.builder().allow(rules).build());
    }

    /**
     * Denies more.
     *
     * @param rules see {@link DevicesSpec.Builder#deny(DeviceRule...)}
     * @return this
     */
    default DevicesController deny(DeviceRule... rules) {
        return apply(DevicesSpec.builder().deny(rules).build());
    }
}
