package io.cgroups.spi;

import io.cgroups.CgroupIoException;
import java.nio.file.Path;
import java.util.List;

/** The way into one group, for a gate that starts a program inside it. Immutable, safe for use by many threads. */
public interface GroupEntry {

    /**
     * The control files by which a process joins every hierarchy of the group, by writing 0 itself.
     *
     * @return their paths, at least one, in the order in which they are to be written
     */
    List<Path> files();

    /**
     * Moves a process into all hierarchies of the group, or into none.
     *
     * @param pid the process
     * @throws CgroupIoException if the kernel refuses
     */
    void join(long pid);

    /**
     * Whether a process is in the group, in all its hierarchies.
     *
     * @param pid the process
     * @return true when it is; false when it is not or when the group is gone
     * @throws CgroupIoException if the kernel refuses
     */
    boolean holds(long pid);

    /**
     * Whether members of the group are stopped by the freezer.
     *
     * @return true when it is frozen, or being frozen, by itself or by a group above
     * @throws CgroupIoException if the kernel refuses
     */
    boolean isFrozen();
}
