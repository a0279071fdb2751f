package io.cgroups.spi;

import io.cgroups.CgroupException;
import io.cgroups.CgroupTimeoutException;
import io.cgroups.Controller;
import io.cgroups.Failure;
import io.cgroups.freezer.FreezerController;
import io.cgroups.freezer.FreezerState;
import java.time.Duration;
import java.util.Optional;

/** What the freezer does on both versions: write, wait, and take back what did not come about in time. */
public abstract class FreezerFacet implements FreezerController {
    private final GroupDir dir;
    private final FreezerDialect dialect;
    private final FreezerTree tree;

    /**
     * Binds the facet to a group.
     *
     * @param group the group, which must have the freezer
     * @param dialect the files of the freezer
     */
    protected FreezerFacet(GroupContext group, FreezerDialect dialect) {
        this.dir = group.dir(Controller.FREEZER).orElseThrow();
        this.dialect = dialect;
        this.tree = new FreezerTree(dialect);
    }

    /**
     * Whether the calling JVM, or a thread of it, is a member of a group or of one below.
     *
     * @param dir the group
     * @return true when it would stop itself
     */
    protected abstract boolean hasSelf(GroupDir dir);

    /**
     * Called after each look that still found members running.
     *
     * @param dir the group
     * @param looks how many looks there have been
     * @param mayThaw whether the members may go on for a moment
     */
    protected void insist(GroupDir dir, int looks, boolean mayThaw) {}

    @Override
    public final FreezerState state() {
        return dialect.state(dir);
    }

    @Override
    public final boolean selfFreezing() {
        return dialect.selfFreezing(dir);
    }

    @Override
    public final boolean parentFreezing() {
        return dialect.parentFreezing(dir);
    }

    @Override
    public final FreezerController freeze(Duration limit) {
        Deadline deadline = Deadline.in(dir.files().clock(), limit);
        // Read before the write: it tells a root, or a group that is gone, and what there is to go back to.
        boolean before = selfFreezing();
        refuseSelf();
        // Held open from before the write, so that what follows is seen on this very group.
        try (KernelWatch watch = dir.files().watch(dir.file(dialect.watched()))) {
            write(true);
            if (!deadline.await(watch, new Attempt(!before)::isFrozen)) {
                throw new CgroupTimeoutException(failure("freeze", true, stillRunning(before)), limit);
            }
        } catch (CgroupException e) {
            restore(before, e);
            throw e;
        }
        return this;
    }

    private void refuseSelf() {
        if (hasSelf(dir)) {
            throw new IllegalStateException("this JVM (process "
                    + ProcessHandle.current().pid() + ") or a thread of it is a member of " + dir
                    + " and would stop itself");
        }
    }

    private void restore(boolean before, CgroupException failure) {
        try {
            if (!before) {
                write(false);
            }
        } catch (CgroupException e) {
            failure.addSuppressed(e);
        }
    }

    private static String stillRunning(boolean before) {
        return "some members are in an uninterruptible system call (state D in /proc/PID/stat); "
                + (before ? "the group was frozen before and stays so" : "the group has been thawed again");
    }

    @Override
    public final FreezerController thaw(Duration limit) {
        Deadline deadline = Deadline.in(dir.files().clock(), limit);
        // Reading first tells a root, or a group that is gone, from a refused write.
        state();
        try (KernelWatch watch = dir.files().watch(dir.file(dialect.watched()))) {
            write(false);
            if (!deadline.await(watch, text -> state() == FreezerState.THAWED)) {
                throw new CgroupTimeoutException(failure("thaw", false, whyFrozen()), limit);
            }
        }
        return this;
    }

    private String whyFrozen() {
        return tree.frozenAbove(dir)
                .map(group -> "the group above, " + group + ", is frozen: thaw that one")
                .orElse(
                        parentFreezing()
                                ? "a group above that this mount does not show is frozen"
                                : "somebody has frozen it again");
    }

    private void write(boolean frozen) {
        dir.write(dialect.file(), dialect.text(frozen));
    }

    private Failure failure(String operation, boolean frozen, String hint) {
        return new Failure(
                operation,
                Optional.of(dir.file(dialect.file())),
                Optional.of(dialect.text(frozen)),
                Optional.empty(),
                hint);
    }

    /** Looks until the group stands still. */
    private final class Attempt {
        private final boolean mayThaw;
        private int looks;

        Attempt(boolean mayThaw) {
            this.mayThaw = mayThaw;
        }

        boolean isFrozen(String text) {
            if (dialect.isFrozen(text.strip())) {
                return true;
            }
            looks++;
            insist(dir, looks, mayThaw);
            return false;
        }
    }
}
