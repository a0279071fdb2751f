package io.cgroups.net;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.ControllerSpec;
import io.cgroups.spi.KernelWrite;
import java.util.List;

/** What can be set of the net_prio controller; a setting that is absent stays as it is. Immutable. */
public record NetPrioSpec() implements ControllerSpec {

    @Override
    public Controller controller() {
        return Controller.NET_PRIO;
    }

    @Override
    public List<KernelWrite> planFor(Cgroup group) {
        return group.netPrio().plan(this);
    }
}
