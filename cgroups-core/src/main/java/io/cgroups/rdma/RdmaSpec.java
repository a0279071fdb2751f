package io.cgroups.rdma;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.ControllerSpec;
import io.cgroups.spi.KernelWrite;
import java.util.List;

/** What can be set of the rdma controller; a setting that is absent stays as it is. Immutable. */
public record RdmaSpec() implements ControllerSpec {

    @Override
    public Controller controller() {
        return Controller.RDMA;
    }

    @Override
    public List<KernelWrite> planFor(Cgroup group) {
        return group.rdma().plan(this);
    }
}
