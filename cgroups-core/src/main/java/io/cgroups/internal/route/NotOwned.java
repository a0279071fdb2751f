package io.cgroups.internal.route;

import io.cgroups.CgroupException;
import io.cgroups.internal.own.Life;
import io.cgroups.internal.own.Mark;
import io.cgroups.internal.own.Marks;
import io.cgroups.internal.own.Owners;
import io.cgroups.spi.GroupDir;
import java.util.List;

/** Groups that stay. */
record NotOwned(Host host) implements Ownership {

    @Override
    public boolean make(GroupDir dir, boolean isWanted) {
        return host.files().createDirectory(dir.path());
    }

    /** Who adopts what a dead owner has left wants it to stay, and would lose its members to the next reaper. */
    @Override
    public void adopt(GroupDir existing) {
        Marks.of(host.files()).ifPresent(marks -> removeMarks(marks, existing));
    }

    private void removeMarks(Marks marks, GroupDir dir) {
        try {
            List<Mark> all = marks.on(dir).marks();
            // Who lives and needed it on the way only does not miss the mark.
            boolean onlyOnTheWay = all.stream().allMatch(mark -> mark.onClose().isEmpty());
            if (!all.isEmpty() && (onlyOnTheWay || new Owners(host.files()).life(all) == Life.DEAD)) {
                all.forEach(mark -> marks.remove(dir, mark));
            }
        } catch (CgroupException e) {
            // Who may not read or change marks may adopt the group all the same.
            return;
        }
    }
}
