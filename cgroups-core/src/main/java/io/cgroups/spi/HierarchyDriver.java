package io.cgroups.spi;

import java.util.Optional;

/** Drives one mounted hierarchy. Immutable, holds no descriptor, safe for use by many threads. */
public interface HierarchyDriver {

    /**
     * The control file that lists and takes whole processes.
     *
     * @return its name
     */
    String processesFile();

    /**
     * The control file that lists and takes single threads.
     *
     * @return its name
     */
    String threadsFile();

    /**
     * Makes a new group fit for members: for a v1 cpuset, for example, it copies the CPUs and memory nodes from above.
     *
     * @param created the directory, just made; its parent has been prepared
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    void prepare(GroupDir created);

    /**
     * Makes a group that was there already fit for members, where that takes nothing away from anybody: a v1 cpuset
     * without CPUs or memory nodes, which cannot have members, gets those from above. Not taken back when the group
     * cannot be made in another hierarchy.
     *
     * @param existing the directory
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    default void adopt(GroupDir existing) {}

    /**
     * Kills every member of a group and of those below in one stroke, where the kernel can.
     *
     * @param dir the group
     * @return false when this hierarchy cannot, and nothing was done
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    boolean killAll(GroupDir dir);

    /**
     * Keeps the members of a group and of those below from forking while they are being killed one by one, as far as
     * that works at once. What it did is taken back by {@link #release}.
     *
     * @param dir the group
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    default void hold(GroupDir dir) {}

    /**
     * Lets the members of a group and of those below run, so that those that have been killed die: a frozen v1 process
     * does not.
     *
     * @param dir the group, which may be gone
     * @return the group above that still keeps them from running; empty when none does
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    default Optional<GroupDir> release(GroupDir dir) {
        return Optional.empty();
    }

    /**
     * This hierarchy's side of a controller.
     *
     * @param <F> the facet
     * @param type the facet
     * @param group the group
     * @return the facet, bound to the group; empty when this version of control groups has nothing like it
     */
    <F> Optional<F> facet(Class<F> type, GroupContext group);
}
