package io.cgroups;

import java.util.Set;

/** The group has no such controller; the hint says which it has, and why this one is not among them. */
public final class ControllerUnavailableException extends CgroupException {
    private static final long serialVersionUID = 1L;

    /** See the accessor of the same name. */
    private final Controller controller;

    private final transient Set<Controller> present;

    /**
     * Makes the exception.
     *
     * @param controller the controller that is missing
     * @param present the controllers that are there
     * @param failure what was tried, and the reason why it is missing
     */
    public ControllerUnavailableException(Controller controller, Set<Controller> present, Failure failure) {
        super(failure);
        this.controller = controller;
        this.present = Set.copyOf(present);
    }

    /**
     * The controller that is missing.
     *
     * @return the controller
     */
    public Controller controller() {
        return controller;
    }

    /**
     * The controllers that are there.
     *
     * @return an immutable set
     */
    public Set<Controller> present() {
        return present;
    }
}
