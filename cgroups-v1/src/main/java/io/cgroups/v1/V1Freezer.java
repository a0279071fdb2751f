package io.cgroups.v1;

import io.cgroups.spi.FreezerFacet;
import io.cgroups.spi.GroupContext;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.Members;

/** The freezer of v1. */
final class V1Freezer extends FreezerFacet {
    /** How many looks apart the members on the way are let go on for a moment. */
    private static final int LOOKS_BETWEEN_THAWS = 10;

    V1Freezer(GroupContext group) {
        super(group, V1FreezerDialect.INSTANCE);
    }

    /** A process is listed where any of its threads is. */
    @Override
    protected boolean hasSelf(GroupDir dir) {
        return Members.below(dir, V1Driver.PROCESSES)
                .ids()
                .contains(ProcessHandle.current().pid());
    }

    /** The kernel can miss a member that is just being forked or moved in: each look asks it once more. */
    @Override
    protected void insist(GroupDir dir, int looks, boolean mayThaw) {
        V1FreezerDialect dialect = V1FreezerDialect.INSTANCE;
        if (mayThaw && looks % LOOKS_BETWEEN_THAWS == 0) {
            dir.write(dialect.file(), dialect.text(false));
        }
        dir.write(dialect.file(), dialect.text(true));
    }
}
