package io.cgroups.v1;

import io.cgroups.CgroupFormatException;
import io.cgroups.freezer.FreezerState;
import io.cgroups.spi.FreezerDialect;
import io.cgroups.spi.FreezerTree;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.RequiredFile;

/** The freezer's control files; the root of the hierarchy has none of them. */
final class V1FreezerDialect implements FreezerDialect {
    static final V1FreezerDialect INSTANCE = new V1FreezerDialect();
    static final FreezerTree TREE = new FreezerTree(INSTANCE);

    private static final String BELOW_ROOT = "a group below the root of the hierarchy";

    /** What is reached; {@code THAWED} and {@code FROZEN} can be written. */
    private static final String STATE = "freezer.state";
    /** 1 while the group itself is to be frozen. */
    private static final String SELF = "freezer.self_freezing";
    /** 1 while a group above is to be frozen. */
    private static final String PARENT = "freezer.parent_freezing";

    private V1FreezerDialect() {}

    @Override
    public String file() {
        return STATE;
    }

    @Override
    public String text(boolean frozen) {
        return (frozen ? FreezerState.FROZEN : FreezerState.THAWED).name();
    }

    @Override
    public String watched() {
        return STATE;
    }

    @Override
    public boolean isFrozen(String text) {
        return text.equals(FreezerState.FROZEN.name());
    }

    @Override
    public FreezerState state(GroupDir dir) {
        String text = RequiredFile.read(dir, STATE, BELOW_ROOT);
        try {
            return FreezerState.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw new CgroupFormatException(dir.file(STATE), "THAWED, FREEZING or FROZEN", text, e);
        }
    }

    @Override
    public boolean selfFreezing(GroupDir dir) {
        return isOn(dir, SELF);
    }

    @Override
    public boolean parentFreezing(GroupDir dir) {
        return isOn(dir, PARENT);
    }

    private static boolean isOn(GroupDir dir, String file) {
        return RequiredFile.read(dir, file, BELOW_ROOT + ", and Linux 3.8").equals("1");
    }
}
