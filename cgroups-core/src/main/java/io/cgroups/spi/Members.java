package io.cgroups.spi;

import io.cgroups.CgroupFormatException;
import io.cgroups.CgroupIoException;
import io.cgroups.CgroupNotFoundException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The members of a group as {@code cgroup.procs} or {@code tasks} lists them.
 *
 * <p>A process of a pid namespace that the reader does not see into is listed as 0 on v2 and left out on v1. Where it is
 * listed such a member counts, but has no id here: 0 written into a control file would move the writer itself, and a
 * signal to 0 would reach the sender's own process group. Immutable.
 */
public final class Members {
    private static final long FOREIGN = 0;

    private final SortedSet<Long> ids;
    private final boolean hasForeign;

    private Members(SortedSet<Long> ids, boolean hasForeign) {
        this.ids = Collections.unmodifiableSortedSet(ids);
        this.hasForeign = hasForeign;
    }

    /**
     * Parses the text of such a file.
     *
     * @param file where it was read, for the exception
     * @param text one id a line, in any order, perhaps several times
     * @return the members
     * @throws CgroupFormatException if a line is no number
     */
    public static Members parse(Path file, String text) {
        SortedSet<Long> ids = new TreeSet<>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> ids.add(KernelNumbers.parse(file, line.strip())));
        boolean hasForeign = ids.remove(FOREIGN);
        return new Members(ids, hasForeign);
    }

    /**
     * Reads the members of a group itself.
     *
     * @param dir the group
     * @param file the control file that lists them
     * @return the members
     * @throws CgroupIoException if the kernel refuses
     */
    public static Members of(GroupDir dir, String file) {
        return parse(dir.file(file), dir.read(file));
    }

    /**
     * Reads the members of a group and of those below; a group that is gone has none.
     *
     * @param dir the group
     * @param file the control file that lists them
     * @return the members
     * @throws CgroupIoException if the kernel refuses
     */
    public static Members below(GroupDir dir, String file) {
        return below(dir, group -> of(group, file));
    }

    /**
     * Reads the members of a group and of those below; a group that is gone has none.
     *
     * @param dir the group
     * @param members reads those of one group itself
     * @return the members
     * @throws CgroupIoException if the kernel refuses
     */
    public static Members below(GroupDir dir, Function<GroupDir, Members> members) {
        SortedSet<Long> ids = new TreeSet<>();
        boolean hasForeign = false;
        for (GroupDir group : Subtree.of(dir)) {
            Members own = ofIfThere(group, members);
            ids.addAll(own.ids);
            hasForeign |= own.hasForeign;
        }
        return new Members(ids, hasForeign);
    }

    private static Members ofIfThere(GroupDir dir, Function<GroupDir, Members> members) {
        try {
            return members.apply(dir);
        } catch (CgroupNotFoundException e) {
            return none();
        }
    }

    /**
     * No members.
     *
     * @return the empty set
     */
    public static Members none() {
        return new Members(new TreeSet<>(), false);
    }

    /**
     * The members of both.
     *
     * @param other more members
     * @return the union
     */
    public Members and(Members other) {
        SortedSet<Long> both = new TreeSet<>(ids);
        both.addAll(other.ids);
        return new Members(both, hasForeign || other.hasForeign);
    }

    /**
     * The ids of the members that have one here.
     *
     * @return an immutable set of numbers over 0
     */
    public SortedSet<Long> ids() {
        return ids;
    }

    /**
     * Whether members of a pid namespace are listed that the reader does not see into.
     *
     * @return true when there is at least one; on v1 always false
     */
    public boolean hasForeign() {
        return hasForeign;
    }

    /**
     * Whether there are no members at all, not even without an id.
     *
     * @return true when there are none
     */
    public boolean isEmpty() {
        return ids.isEmpty() && !hasForeign;
    }

    /** Returns the ids, and says so when there are members without one. */
    @Override
    public String toString() {
        return hasForeign ? ids + " and processes of a foreign pid namespace, which have no id here" : ids.toString();
    }
}
