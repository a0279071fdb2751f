package io.cgroups.examples.agent.watch;

import io.cgroups.CgroupPath;
import java.util.Optional;

/**
 * One group at the last look. Immutable.
 *
 * @param path its name, relative to the base
 * @param latest what it did in the last second
 * @param problem why something of it cannot be read, empty when nothing is wrong
 */
public record GroupState(CgroupPath path, Point latest, Optional<String> problem) {

    /**
     * The last part of the name.
     *
     * @return for example {@code worker-1}, and {@code /} for the base
     */
    public String name() {
        return path.isRoot() ? "/" : path.parts().get(path.parts().size() - 1);
    }

    /**
     * How far below the base it is.
     *
     * @return 0 for the base
     */
    public int depth() {
        return path.parts().size();
    }
}
