package io.cgroups.internal.own;

import io.cgroups.CgroupFormatException;
import io.cgroups.CgroupIoException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Errno;
import io.cgroups.spi.GroupAttributes;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelFiles;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Marks and intents as extended attributes of directories, each under a name of its own: {@code user.io.cgroups.owner.ID} and
 * {@code user.io.cgroups.creating.ID}. An attribute is never given another text, so removing one removes what was read.
 */
public final class Marks {
    private static final String OWNER = "io.cgroups.owner.";
    private static final String CREATING = "io.cgroups.creating.";

    /** The directory, or the kernel, does not take the attribute, and everything else works. */
    private static final Set<Errno> NOT_TAKEN =
            EnumSet.of(Errno.EOPNOTSUPP, Errno.EPERM, Errno.EACCES, Errno.EROFS, Errno.ENOSPC);

    private final GroupAttributes attributes;

    private Marks(GroupAttributes attributes) {
        this.attributes = attributes;
    }

    /**
     * The marks of a kernel.
     *
     * @param files the gate to it
     * @return the marks, empty where there is no way to attributes
     */
    public static Optional<Marks> of(KernelFiles files) {
        return files.attributes().map(Marks::new);
    }

    /**
     * Whether a directory takes marks.
     *
     * @param dir the directory
     * @return false when this kernel has no attributes for directories of control groups
     * @throws CgroupIoException if the kernel refuses otherwise
     */
    public boolean areTakenBy(GroupDir dir) {
        try {
            attributes.read(dir.path(), OWNER);
            return true;
        } catch (CgroupIoException e) {
            if (e.errno().filter(Errno.EOPNOTSUPP::equals).isEmpty()) {
                throw e;
            }
            return false;
        }
    }

    /**
     * Reads what is noted on a directory.
     *
     * @param dir the directory
     * @return the notes
     * @throws CgroupIoException if the kernel refuses
     */
    public Notes on(GroupDir dir) {
        while (true) {
            Notes notes = new Notes(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            if (attributes.names(dir.path()).stream().allMatch(name -> add(notes, dir, name))) {
                return notes;
            }
        }
    }

    /**
     * False when it is not there any more: who took the group over has set another mark before, which was not listed yet, so that
     * a group with a living owner would look like one that nobody owns.
     */
    private boolean add(Notes notes, GroupDir dir, String name) {
        boolean isOwner = name.startsWith(OWNER);
        if (!isOwner && !name.startsWith(CREATING)) {
            return true;
        }
        Optional<String> text = attributes.read(dir.path(), name);
        if (isOwner) {
            text.ifPresent(mark -> addMark(notes, dir, name, mark));
        } else {
            text.ifPresent(intent -> addIntent(notes, dir, name, intent));
        }
        return text.isPresent();
    }

    private static void addMark(Notes notes, GroupDir dir, String name, String text) {
        try {
            notes.marks().add(MarkText.parseMark(dir.path(), name.substring(OWNER.length()), text));
        } catch (CgroupFormatException e) {
            notes.wrongMarks().add(e);
        }
    }

    private static void addIntent(Notes notes, GroupDir dir, String name, String text) {
        try {
            notes.intents().add(MarkText.parseIntent(dir.path(), name.substring(CREATING.length()), text));
        } catch (CgroupFormatException e) {
            notes.wrongIntents().add(e);
        }
    }

    /**
     * Sets a mark.
     *
     * @param dir the directory
     * @param mark the mark
     * @throws CgroupIoException if the kernel refuses
     */
    public void set(GroupDir dir, Mark mark) {
        attributes.set(dir.path(), OWNER + mark.id(), MarkText.of(mark));
    }

    /**
     * Sets an intent.
     *
     * @param above the directory that the new one will be in
     * @param intent the intent
     * @throws CgroupIoException if the kernel refuses
     */
    public void set(GroupDir above, Intent intent) {
        attributes.set(above.path(), CREATING + intent.mark().id(), MarkText.of(intent));
    }

    /**
     * Sets a mark or an intent where the directory takes it.
     *
     * @param set sets it
     * @return false when the directory takes no attributes, or no more, or not from this caller
     * @throws CgroupIoException if the kernel refuses otherwise
     */
    public static boolean whereTaken(Runnable set) {
        try {
            set.run();
            return true;
        } catch (CgroupIoException e) {
            if (e.errno().filter(NOT_TAKEN::contains).isEmpty()) {
                throw e;
            }
            return false;
        }
    }

    /**
     * Removes a mark.
     *
     * @param dir the directory
     * @param mark the mark
     * @return false when it, or the directory, was not there: somebody else was faster
     * @throws CgroupIoException if the kernel refuses
     */
    public boolean remove(GroupDir dir, Mark mark) {
        return remove(dir, OWNER + mark.id());
    }

    /**
     * Removes an intent.
     *
     * @param above the directory that has it
     * @param intent the intent
     * @return false when it, or the directory, was not there: somebody else was faster
     * @throws CgroupIoException if the kernel refuses
     */
    public boolean remove(GroupDir above, Intent intent) {
        return remove(above, CREATING + intent.mark().id());
    }

    private boolean remove(GroupDir dir, String name) {
        try {
            return attributes.remove(dir.path(), name);
        } catch (CgroupNotFoundException e) {
            return false;
        }
    }
}
