package io.cgroups.v2;

import io.cgroups.diagnosis.Cause;
import io.cgroups.diagnosis.Obstacle;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.Members;
import java.util.Optional;
import java.util.Set;

/** Processes that keep a group from enabling controllers for its children. */
final class V2Processes {
    static final String EVACUATE =
            "move them into a leaf, as evacuate() of that group does (Cgroups.base().evacuate() of the"
                    + " base), or elsewhere";

    private static final String MOVE_SELF =
            "Cgroups.moveSelf(name, ..) moves this JVM, the only process there, and enables in"
                    + " the order that works; evacuate() of that group makes room for other groups";

    private V2Processes() {}

    /** Of a group that is a domain: the root may have processes, and threads share out otherwise. */
    static Optional<Obstacle> inTheWay(GroupDir group, String remedy) {
        Members members = V2Threads.isDomain(group) ? members(group) : Members.none();
        return members.isEmpty() ? Optional.empty() : Optional.of(obstacle(group, members, remedy));
    }

    /** For a kernel that has found some. */
    static Obstacle found(GroupDir group) {
        return obstacle(group, members(group), EVACUATE);
    }

    private static Members members(GroupDir group) {
        return new V2Driver(group.hierarchy()).processes(group);
    }

    private static Obstacle obstacle(GroupDir group, Members members, String remedy) {
        return Obstacle.step(
                Cause.PROCESSES_IN_THE_WAY,
                group + " has processes itself " + members
                        + ", and the unified hierarchy lets a group have processes or"
                        + " enable controllers for its children, not both",
                isThisJvm(members) && remedy.equals(EVACUATE) ? MOVE_SELF : remedy);
    }

    private static boolean isThisJvm(Members members) {
        return !members.hasForeign()
                && members.ids().equals(Set.of(ProcessHandle.current().pid()));
    }
}
