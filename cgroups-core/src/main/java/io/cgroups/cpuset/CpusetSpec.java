package io.cgroups.cpuset;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.ControllerSpec;
import io.cgroups.spi.KernelWrite;
import java.util.List;

/** What can be set of the cpuset controller; a setting that is absent stays as it is. Immutable. */
public record CpusetSpec() implements ControllerSpec {

    @Override
    public Controller controller() {
        return Controller.CPUSET;
    }

    @Override
    public List<KernelWrite> planFor(Cgroup group) {
        return group.cpuset().plan(this);
    }
}
