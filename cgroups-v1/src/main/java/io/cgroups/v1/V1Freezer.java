package io.cgroups.v1;

import io.cgroups.CgroupException;
import io.cgroups.CgroupFormatException;
import io.cgroups.CgroupTimeoutException;
import io.cgroups.Controller;
import io.cgroups.Failure;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.freezer.FreezerController;
import io.cgroups.freezer.FreezerState;
import io.cgroups.spi.GroupContext;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.Members;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** The freezer of v1. */
final class V1Freezer implements FreezerController {
    private static final String BELOW_ROOT = "a group below the root of the hierarchy";

    /** How many looks apart the members on the way are let go on for a moment. */
    private static final int LOOKS_BETWEEN_THAWS = 10;

    private final GroupDir dir;

    V1Freezer(GroupContext group) {
        this.dir = group.dir(Controller.FREEZER).orElseThrow();
    }

    @Override
    public FreezerState state() {
        String text = read(V1FreezerFile.STATE, BELOW_ROOT);
        try {
            return FreezerState.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new CgroupFormatException(dir.file(V1FreezerFile.STATE), "THAWED, FREEZING or FROZEN", text, e);
        }
    }

    @Override
    public boolean selfFreezing() {
        return isOn(V1FreezerFile.SELF);
    }

    @Override
    public boolean parentFreezing() {
        return isOn(V1FreezerFile.PARENT);
    }

    private boolean isOn(String file) {
        return read(file, BELOW_ROOT + ", and Linux 3.8").equals("1");
    }

    private String read(String file, String since) {
        return dir.readIfPresent(file)
                .orElseThrow(() -> new UnsupportedSettingException(
                        Failure.of("use " + file, "there is no such file; it needs " + since)
                                .at(dir.file(file))));
    }

    @Override
    public FreezerController freeze(Duration limit) {
        Objects.requireNonNull(limit, "limit");
        boolean before = selfFreezing();
        refuseSelf();
        try {
            write(FreezerState.FROZEN);
            if (!dir.files().clock().await(new Attempt(!before)::isFrozen, limit)) {
                throw new CgroupTimeoutException(failure("freeze", FreezerState.FROZEN, stillRunning(before)), limit);
            }
        } catch (CgroupException e) {
            restore(before, e);
            throw e;
        }
        return this;
    }

    private void refuseSelf() {
        long self = ProcessHandle.current().pid();
        if (Members.below(dir, V1Driver.PROCESSES).ids().contains(self)) {
            throw new IllegalStateException("this JVM (process " + self + ") or a thread of it is a member of " + dir
                    + " and would stop itself");
        }
    }

    private void restore(boolean before, CgroupException failure) {
        try {
            if (!before) {
                write(FreezerState.THAWED);
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
    public FreezerController thaw(Duration limit) {
        Objects.requireNonNull(limit, "limit");
        // Reading first tells a root, or a group that is gone, from a refused write.
        state();
        write(FreezerState.THAWED);
        if (!dir.files().clock().await(() -> state() == FreezerState.THAWED, limit)) {
            throw new CgroupTimeoutException(failure("thaw", FreezerState.THAWED, whyFrozen()), limit);
        }
        return this;
    }

    private String whyFrozen() {
        return V1FreezerTree.frozenAbove(dir)
                .map(group -> "the group above, " + group + ", is frozen: thaw that one")
                .orElse(
                        parentFreezing()
                                ? "a group above that this mount does not show is frozen"
                                : "somebody has frozen it again");
    }

    private void write(FreezerState state) {
        dir.write(V1FreezerFile.STATE, state.name());
    }

    private Failure failure(String operation, FreezerState wanted, String hint) {
        return new Failure(
                operation,
                Optional.of(dir.file(V1FreezerFile.STATE)),
                Optional.of(wanted.name()),
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

        /** The kernel can miss a member that is just being forked or moved in: each look asks it once more. */
        boolean isFrozen() {
            if (state() == FreezerState.FROZEN) {
                return true;
            }
            looks++;
            if (mayThaw && looks % LOOKS_BETWEEN_THAWS == 0) {
                write(FreezerState.THAWED);
            }
            write(FreezerState.FROZEN);
            return false;
        }
    }
}
