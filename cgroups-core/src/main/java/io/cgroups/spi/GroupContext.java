package io.cgroups.spi;

import io.cgroups.Controller;
import io.cgroups.ControllerUnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One logical group as a driver sees it: its directories by controller, and the way to carry out a plan. */
public interface GroupContext {

    /**
     * The group's directory in the hierarchy of a controller.
     *
     * @param controller the controller
     * @return the directory, empty when the group is not in that hierarchy
     */
    Optional<GroupDir> dir(Controller controller);

    /**
     * The group's directory in the unified hierarchy, for what is no controller's.
     *
     * @return the directory, empty when the group is not in it
     */
    default Optional<GroupDir> unified() {
        return Optional.empty();
    }

    /**
     * Why the group does not have a controller, although it is in the hierarchy of it.
     *
     * @param controller the controller
     * @return the reason, empty when it has it
     */
    default Optional<ControllerUnavailableException> whyUnavailable(Controller controller) {
        return Optional.empty();
    }

    /**
     * Compiles a plan and carries it out: all of it, or none. A controller that the group turns out not to have is enabled
     * for it first, where that is possible.
     *
     * @param plan gives the steps, in order; asked again after a controller was enabled
     * @throws ControllerUnavailableException if a controller cannot be enabled
     * @throws io.cgroups.CgroupIoException if the kernel refuses a step; those before it have been taken back in
     *     reverse, and what could not be is a suppressed exception; so has enabling, where no group beside may rely on it
     */
    void execute(Supplier<List<KernelWrite>> plan);
}
