package io.cgroups.v1;

import io.cgroups.CgroupNotFoundException;
import io.cgroups.spi.EventFeed;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.Members;
import io.cgroups.spi.SignalSource;
import io.cgroups.spi.Subtree;
import java.util.List;

/**
 * Whether a group or one below it has members, of which v1 tells nothing. The lists of members cannot be read again from an open
 * file; so the number of the pids controller, which counts the groups below and zombies, says when there is a need to open them.
 */
final class V1PopulatedFeed implements EventFeed<Boolean> {
    private static final String NUMBER = "pids.current";

    /** A file that every group has: reading it tells that the group is there. */
    private static final String SMALL = "notify_on_release";

    /** After how many looks at the same number the lists are opened all the same: a member may have become a zombie. */
    private static final int SAME = 5;

    private final GroupDir dir;
    private final boolean isNumbered;

    /** The group below, or this one, that had members last. */
    private GroupDir populated;

    private String number = "";
    private int looks;
    private boolean isPopulated;

    private V1PopulatedFeed(GroupDir dir, boolean isNumbered) {
        this.dir = dir;
        this.isNumbered = isNumbered;
        this.populated = dir;
    }

    static V1PopulatedFeed of(GroupDir dir) {
        dir.read(SMALL);
        return new V1PopulatedFeed(dir, dir.has(NUMBER));
    }

    @Override
    public List<SignalSource> sources() {
        return List.of(new SignalSource.Look(dir.file(isNumbered ? NUMBER : SMALL), V1EventDialect.LOOK));
    }

    @Override
    public Boolean read(String text, long told) {
        if (isNumbered && text.strip().equals("0")) {
            isPopulated = false;
        } else if (!isNumbered || !text.equals(number) || looks++ % SAME == 0) {
            isPopulated = hasMembers(populated) || isPopulatedBelow();
        }
        number = text;
        return isPopulated;
    }

    private boolean isPopulatedBelow() {
        for (GroupDir below : Subtree.of(dir)) {
            if (hasMembers(below)) {
                populated = below;
                return true;
            }
        }
        return false;
    }

    private static boolean hasMembers(GroupDir group) {
        try {
            return !Members.of(group, V1Driver.PROCESSES).isEmpty();
        } catch (CgroupNotFoundException e) {
            // It is no group of the tree any more; if it is the one at the top, the next look ends.
            return false;
        }
    }
}
