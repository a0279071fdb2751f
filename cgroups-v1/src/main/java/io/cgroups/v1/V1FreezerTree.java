package io.cgroups.v1;

import io.cgroups.CgroupAccessException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.spi.GroupDir;
import java.time.Duration;
import java.util.Optional;

/** The freezer as a help in killing: whole sub-trees, without asking who froze what. */
final class V1FreezerTree {
    /** Long enough for members that run, short enough when one cannot be stopped. */
    private static final Duration HOLD_LIMIT = Duration.ofMillis(100);

    private V1FreezerTree() {}

    /** Freezes a group, so that no member forks; whoever may not do that kills without. */
    static void hold(GroupDir dir) {
        try {
            if (dir.has(V1FreezerFile.STATE)) {
                dir.write(V1FreezerFile.STATE, "FROZEN");
                dir.files().clock().await(() -> dir.read(V1FreezerFile.STATE).equals("FROZEN"), HOLD_LIMIT);
            }
        } catch (CgroupAccessException | CgroupNotFoundException e) {
            return;
        }
    }

    /** Thaws a group and those below; returns the nearest group above that still keeps it frozen. */
    static Optional<GroupDir> release(GroupDir dir) {
        thaw(dir);
        return frozenAbove(dir);
    }

    private static void thaw(GroupDir dir) {
        try {
            if (isSelfFreezing(dir)) {
                dir.write(V1FreezerFile.STATE, "THAWED");
            }
            dir.children().forEach(V1FreezerTree::thaw);
        } catch (CgroupNotFoundException e) {
            // Somebody removed it, so nobody in it waits for the thaw.
            return;
        }
    }

    /** The nearest group above that is frozen itself. */
    static Optional<GroupDir> frozenAbove(GroupDir dir) {
        Optional<GroupDir> above = dir.parent();
        while (above.isPresent() && !isSelfFreezing(above.get())) {
            above = above.get().parent();
        }
        return above;
    }

    private static boolean isSelfFreezing(GroupDir dir) {
        return dir.readIfPresent(V1FreezerFile.SELF).filter("1"::equals).isPresent();
    }
}
