package io.cgroups.v2;

import io.cgroups.Controller;
import io.cgroups.ControllerUnavailableException;
import io.cgroups.Hierarchy;
import io.cgroups.spi.GroupContext;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelWrite;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A group whose directory in the unified hierarchy tells a controller that is not enabled from a file that is missing. */
final class V2Context implements GroupContext {
    private final GroupContext group;
    private final Hierarchy hierarchy;

    V2Context(GroupContext group, Hierarchy hierarchy) {
        this.group = group;
        this.hierarchy = hierarchy;
    }

    @Override
    public Optional<GroupDir> dir(Controller controller) {
        return group.dir(controller).map(this::gated);
    }

    @Override
    public Optional<GroupDir> unified() {
        return group.unified().map(this::gated);
    }

    private GroupDir gated(GroupDir dir) {
        return dir.hierarchy().equals(hierarchy) ? V2Gate.gated(dir) : dir;
    }

    @Override
    public Optional<ControllerUnavailableException> whyUnavailable(Controller controller) {
        return group.whyUnavailable(controller);
    }

    @Override
    public void execute(Supplier<List<KernelWrite>> plan) {
        group.execute(plan);
    }
}
