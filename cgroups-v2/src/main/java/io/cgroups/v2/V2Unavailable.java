package io.cgroups.v2;

import io.cgroups.CgroupIoException;
import io.cgroups.Controller;
import io.cgroups.ControllerUnavailableException;
import io.cgroups.Failure;
import io.cgroups.Hierarchy.Version;
import io.cgroups.spi.GroupDir;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why a group of the unified hierarchy lacks a controller: which group above does not pass it on. */
final class V2Unavailable {
    private V2Unavailable() {}

    static Optional<ControllerUnavailableException> why(GroupDir dir, Controller controller) {
        String name = controller.kernelName(Version.V2);
        if (controller.isBuiltIntoV2()
                || V2Enabling.words(dir, V2Enabling.CONTROLLERS).contains(name)) {
            return Optional.empty();
        }
        List<GroupDir> lacking = new V2Obstacles(dir, controller).lackingAbove(dir);
        String reason = lacking.isEmpty() ? lacking(dir) : notEnabled(dir, controller, lacking);
        return Optional.of(exception(dir, controller, Failure.of("use the " + controller + " controller", reason)));
    }

    private static String notEnabled(GroupDir dir, Controller controller, List<GroupDir> lacking) {
        List<GroupDir> ofOthers = lacking.stream()
                .filter(above -> !dir.files().isWritable(above.file(V2Enabling.SUBTREE_CONTROL)))
                .toList();
        return ofOthers.isEmpty()
                ? lacking.get(0) + " does not enable it for its children (" + V2Enabling.SUBTREE_CONTROL
                        + "); a setting of it does so by itself, enable(" + controller + ") at once"
                : new V2Obstacles(dir, controller).notEnabled(ofOthers).toString();
    }

    private static String lacking(GroupDir dir) {
        return dir.parent().isEmpty()
                ? "the unified hierarchy does not have it here; see " + V2Enabling.CONTROLLERS
                : "the group is threaded, and this controller cannot tell threads apart";
    }

    /** A group above cannot pass on what it has not itself. */
    static ControllerUnavailableException notAvailable(
            GroupDir group, Controller controller, CgroupIoException refusal) {
        Failure failure = refusal.failure()
                .withHint(
                        group + " does not have it itself (" + V2Enabling.CONTROLLERS
                                + "): the kernel is built without it, has it bound to a v1 hierarchy, or a group above does not pass it on");
        ControllerUnavailableException exception = exception(group, controller, failure);
        exception.addSuppressed(refusal);
        return exception;
    }

    private static ControllerUnavailableException exception(GroupDir dir, Controller controller, Failure failure) {
        return new ControllerUnavailableException(
                controller, controllers(dir), failure.path().isPresent() ? failure : failure.at(dir.path()));
    }

    private static Set<Controller> controllers(GroupDir dir) {
        Set<Controller> present = EnumSet.noneOf(Controller.class);
        Arrays.stream(Controller.values()).filter(Controller::isBuiltIntoV2).forEach(present::add);
        V2Enabling.words(dir, V2Enabling.CONTROLLERS).stream()
                .flatMap(name -> Controller.of(name, Version.V2).stream())
                .forEach(present::add);
        present.retainAll(dir.hierarchy().controllers());
        return present;
    }
}
