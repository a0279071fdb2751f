package io.cgroups.spi;

import io.cgroups.CgroupAccessException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.freezer.FreezerState;
import java.time.Duration;
import java.util.Optional;

/**
 * The freezer over whole sub-trees, without asking who froze what; above all as a help in killing.
 *
 * @param dialect the files
 */
public record FreezerTree(FreezerDialect dialect) {
    /** Long enough for members that run, short enough when one cannot be stopped. */
    private static final Duration HOLD_LIMIT = Duration.ofMillis(100);

    /**
     * Freezes a group, so that no member forks; whoever may not do that, or has no freezer, goes on without.
     *
     * @param dir the group
     * @param deadline when not to wait any longer for members that do not stand still; 100 ms from now at the most
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    public void hold(GroupDir dir, Deadline deadline) {
        try {
            if (dir.has(dialect.file())) {
                dir.write(dialect.file(), dialect.text(true));
                deadline.within(HOLD_LIMIT).await(() -> dialect.state(dir) == FreezerState.FROZEN);
            }
        } catch (CgroupAccessException | CgroupNotFoundException e) {
            return;
        }
    }

    /**
     * Thaws a group and those below that are frozen themselves.
     *
     * @param dir the group, which may be gone
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    public void thaw(GroupDir dir) {
        Subtree.of(dir).forEach(this::thawOne);
    }

    private void thawOne(GroupDir dir) {
        try {
            if (isSelfFreezing(dir)) {
                dir.write(dialect.file(), dialect.text(false));
            }
        } catch (CgroupNotFoundException e) {
            // Somebody removed it, so nobody in it waits for the thaw.
            return;
        }
    }

    /**
     * The nearest group above that is frozen itself.
     *
     * @param dir the group
     * @return the group above, empty when none is that this mount shows
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    public Optional<GroupDir> frozenAbove(GroupDir dir) {
        Optional<GroupDir> above = dir.parent();
        while (above.isPresent() && !isSelfFreezing(above.get())) {
            above = above.get().parent();
        }
        return above;
    }

    private boolean isSelfFreezing(GroupDir dir) {
        try {
            return dialect.selfFreezing(dir);
        } catch (UnsupportedSettingException e) {
            // The root cannot be frozen.
            return false;
        }
    }
}
