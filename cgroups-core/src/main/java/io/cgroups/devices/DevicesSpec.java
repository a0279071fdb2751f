package io.cgroups.devices;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.ControllerSpec;
import io.cgroups.spi.KernelWrite;
import java.util.List;

/** What can be set of the devices controller; a setting that is absent stays as it is. Immutable. */
public record DevicesSpec() implements ControllerSpec {

    @Override
    public Controller controller() {
        return Controller.DEVICES;
    }

    @Override
    public List<KernelWrite> planFor(Cgroup group) {
        return group.devices().plan(this);
    }
}
