package io.cgroups.v2;

import io.cgroups.freezer.FreezerState;
import io.cgroups.spi.FreezerDialect;
import io.cgroups.spi.FreezerTree;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.RequiredFile;

/** The core files that freeze a group; the root of the hierarchy has none of them. */
final class V2FreezerDialect implements FreezerDialect {
    static final V2FreezerDialect INSTANCE = new V2FreezerDialect();
    static final FreezerTree TREE = new FreezerTree(INSTANCE);

    static final String NEEDS = "a group below the root of the hierarchy, and Linux 5.2";

    /** What is wanted of the group itself; 0 and 1 can be written. */
    private static final String FREEZE = "cgroup.freeze";

    private V2FreezerDialect() {}

    @Override
    public String file() {
        return FREEZE;
    }

    @Override
    public String text(boolean frozen) {
        return frozen ? "1" : "0";
    }

    @Override
    public String watched() {
        return V2Events.FILE;
    }

    @Override
    public boolean isFrozen(String text) {
        return text.lines().anyMatch("frozen 1"::equals);
    }

    @Override
    public FreezerState state(GroupDir dir) {
        boolean self = selfFreezing(dir);
        if (standsStill(dir)) {
            return FreezerState.FROZEN;
        }
        return self || TREE.frozenAbove(dir).isPresent() ? FreezerState.FREEZING : FreezerState.THAWED;
    }

    @Override
    public boolean selfFreezing(GroupDir dir) {
        return RequiredFile.read(dir, FREEZE, NEEDS).equals("1");
    }

    /** A group above that is out of sight, as in a container, shows only in what it has reached. */
    @Override
    public boolean parentFreezing(GroupDir dir) {
        boolean self = selfFreezing(dir);
        return TREE.frozenAbove(dir).isPresent() || (!self && standsStill(dir));
    }

    private static boolean standsStill(GroupDir dir) {
        return V2Events.isOn(dir, "frozen", NEEDS);
    }
}
