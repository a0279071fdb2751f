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
 * <p>On v1 a group starts with a copy of the policy above, and the kernel keeps it within that. v2 has no files: each group
 * may have a BPF program ({@code cgroup_device}, since Linux 4.15) that decides, and the kernel asks those of the group and
 * of all groups above. A group without a program of its own has the policy of the nearest group above that has one.
 * Programs of others, such as those of systemd, are left alone and have their say as well, but what they say is not known.
 * It needs root in the first user namespace, also for reading.
 *
 * <p>The setters are one-part specifications, see {@link DevicesSpec}; each call returns this, and throws
 * {@link CgroupIoException} if the kernel refuses and {@link InvalidValueException} if the kernel would silently do
 * nothing, and then has changed nothing.
 */
public interface DevicesController extends ControllerFacet<DevicesSpec, DevicesController> {

    /**
     * Reads what is known of the policy; v1 {@code devices.list}, v2 this library's program of the group, or of the nearest
     * group above that has one.
     *
     * @return the rules; on v1 without the exceptions of a group that allows by default, and on v2 with those rules that a
     *     group above does no longer allow
     * @throws CgroupIoException if the kernel refuses
     * @throws io.cgroups.UnsupportedSettingException if the kernel is built without such programs, or hides them
     */
    DeviceList list();

    /**
     * Reads what is allowed; v1 {@code devices.list}, v2 a program.
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
