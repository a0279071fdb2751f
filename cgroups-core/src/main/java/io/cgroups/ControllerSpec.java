package io.cgroups;

import io.cgroups.spi.KernelWrite;
import java.util.List;

/** The desired state of one controller's settings; a setting that is absent stays as it is. Immutable. */
public interface ControllerSpec {

    /**
     * The controller it is for.
     *
     * @return the controller
     */
    Controller controller();

    /**
     * Compiles this part for a group, without writing.
     *
     * @param group the group
     * @return the writes, in order
     * @throws ControllerUnavailableException if the group does not have the controller
     * @throws UnsupportedSettingException if this kernel or hierarchy lacks a setting that is mentioned
     * @throws CgroupIoException if a present value cannot be read
     */
    List<KernelWrite> planFor(Cgroup group);
}
