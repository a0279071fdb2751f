package io.cgroups.blkio;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.ControllerSpec;
import io.cgroups.spi.KernelWrite;
import java.util.List;

/** What can be set of the blkio controller; a setting that is absent stays as it is. Immutable. */
public record BlkioSpec() implements ControllerSpec {

    @Override
    public Controller controller() {
        return Controller.BLKIO;
    }

    @Override
    public List<KernelWrite> planFor(Cgroup group) {
        return group.blkio().plan(this);
    }
}
