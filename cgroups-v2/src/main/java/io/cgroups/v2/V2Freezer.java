package io.cgroups.v2;

import io.cgroups.spi.FreezerFacet;
import io.cgroups.spi.GroupContext;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.Members;

/** The freezer of v2, which is part of every group. */
final class V2Freezer extends FreezerFacet {

    V2Freezer(GroupContext group) {
        super(group, V2FreezerDialect.INSTANCE);
    }

    @Override
    protected boolean hasSelf(GroupDir dir) {
        return Members.below(dir, new V2Driver(dir.hierarchy())::processes)
                .ids()
                .contains(ProcessHandle.current().pid());
    }
}
