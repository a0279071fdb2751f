package io.cgroups.spi;

import io.cgroups.Controller;
import java.util.List;
import java.util.Optional;

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
     * Carries out a plan: all of it, or none.
     *
     * @param plan the steps, in order
     * @throws io.cgroups.CgroupIoException if the kernel refuses a step; those before it have been taken back in reverse,
     *     and what could not be taken back is a suppressed exception
     */
    void execute(List<KernelWrite> plan);
}
