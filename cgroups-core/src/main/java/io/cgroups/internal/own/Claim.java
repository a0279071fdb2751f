package io.cgroups.internal.own;

import io.cgroups.CgroupIoException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.spi.GroupDir;
import java.util.List;
import java.util.Optional;

/**
 * A directory that was taken over from dead owners.
 *
 * <p>Of several that try at the same time one succeeds: each first sets its own mark, so that from then on everybody sees a
 * living owner, and then removes one note of the dead, the same for all. The kernel lets one of them do so; the others take
 * their mark off again.
 */
public final class Claim {
    private final Marks marks;
    private final GroupDir dir;
    private final Mark mine;
    private final List<Mark> former;
    private final List<Intent> intents;

    private Claim(Marks marks, GroupDir dir, Mark mine, List<Mark> former, List<Intent> intents) {
        this.marks = marks;
        this.dir = dir;
        this.mine = mine;
        this.former = former;
        this.intents = intents;
    }

    /**
     * Tries to take a directory over.
     *
     * @param marks the marks of the kernel
     * @param dir the directory
     * @param mine the mark it gets
     * @param former the marks it has, all of dead owners
     * @param intents intents to make it, all of dead owners; at least one where there is no mark
     * @return the claim, empty when somebody else was faster
     * @throws CgroupNotFoundException if the directory is gone
     * @throws CgroupIoException if the kernel refuses; nothing was changed
     */
    public static Optional<Claim> on(Marks marks, GroupDir dir, Mark mine, List<Mark> former, List<Intent> intents) {
        Claim claim = new Claim(marks, dir, mine, List.copyOf(former), List.copyOf(intents));
        return claim.take() ? Optional.of(claim) : Optional.empty();
    }

    private boolean take() {
        marks.set(dir, mine);
        boolean first = false;
        try {
            first = removeFirst();
        } finally {
            if (!first) {
                marks.remove(dir, mine);
            }
        }
        if (!first) {
            return false;
        }
        former.forEach(mark -> marks.remove(dir, mark));
        intents.forEach(this::removeIntent);
        return true;
    }

    private boolean removeFirst() {
        return former.isEmpty() ? removeIntent(intents.get(0)) : marks.remove(dir, former.get(0));
    }

    private boolean removeIntent(Intent intent) {
        return dir.parent().filter(above -> marks.remove(above, intent)).isPresent();
    }

    /**
     * Gives the directory back to the dead, so that somebody else can take it over. One that is gone is no error.
     *
     * @throws CgroupIoException if the kernel refuses
     */
    public void giveBack() {
        try {
            restore();
        } catch (CgroupNotFoundException e) {
            // What is gone needs no mark.
            return;
        }
    }

    private void restore() {
        former.forEach(mark -> marks.set(dir, mark));
        if (former.isEmpty()) {
            dir.parent().ifPresent(above -> intents.forEach(intent -> marks.set(above, intent)));
        }
        marks.remove(dir, mine);
    }
}
