package io.cgroups.v2;

import io.cgroups.spi.Caller;
import io.cgroups.spi.GroupDir;
import java.util.Optional;

/**
 * The rule of the unified hierarchy that keeps users from smuggling processes out of, or into, their sub-tree: who moves a
 * process may write to {@code cgroup.procs} of the lowest group that holds both where it is and where it goes.
 */
final class V2CommonAncestor {
    private V2CommonAncestor() {}

    static Optional<String> whyNotMoved(GroupDir from, GroupDir to) {
        GroupDir ancestor = of(from, to);
        return ancestor.files().isWritable(ancestor.file(V2Driver.PROCESSES))
                ? Optional.empty()
                : Optional.of("it is in " + from + ", and to move it takes write access to "
                        + ancestor.file(V2Driver.PROCESSES) + ", of the group that holds both, which "
                        + Caller.of(to.files()).name() + " does not have");
    }

    private static GroupDir of(GroupDir from, GroupDir to) {
        GroupDir ancestor = to;
        while (!from.path().startsWith(ancestor.path()) && ancestor.parent().isPresent()) {
            ancestor = ancestor.parent().orElseThrow();
        }
        return ancestor;
    }
}
