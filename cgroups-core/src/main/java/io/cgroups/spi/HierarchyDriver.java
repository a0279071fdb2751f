package io.cgroups.spi;

import io.cgroups.Controller;
import io.cgroups.ControllerUnavailableException;
import io.cgroups.Setting;
import io.cgroups.diagnosis.Obstacle;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
     * The processes of a group itself.
     *
     * @param dir the group
     * @return those that have a member in it
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    default Members processes(GroupDir dir) {
        return Members.of(dir, processesFile());
    }

    /**
     * Opens what tells whether a group, or one below it, has members.
     *
     * @param dir the group, which may be gone
     * @return to be closed by the caller
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    default Population population(GroupDir dir) {
        return Population.listed(dir, processesFile(), this::processes);
    }

    /**
     * Gives a group controllers of this hierarchy, where that is a matter of each group: on v2 they are enabled in the
     * groups above, from the top down.
     *
     * @param dir the group
     * @param controllers controllers of this hierarchy
     * @return what would take it back, in order, as far as no group beside may rely on it; nothing when the group had them
     *     already
     * @throws ControllerUnavailableException if a controller cannot be had; nothing was changed
     * @throws io.cgroups.CgroupIoException if the kernel refuses; what was enabled before has been taken back likewise, and
     *     what could not be is a suppressed exception
     */
    default List<KernelWrite> enable(GroupDir dir, Set<Controller> controllers) {
        return List.of();
    }

    /**
     * Why a group does not have a controller of this hierarchy.
     *
     * @param dir the group
     * @param controller the controller
     * @return the reason, empty when it has it
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    default Optional<ControllerUnavailableException> whyUnavailable(GroupDir dir, Controller controller) {
        return Optional.empty();
    }

    /**
     * What keeps the caller from giving the groups directly below a group a controller.
     *
     * @param group a group in which the caller may make others
     * @param controller a controller of this hierarchy
     * @return the obstacle, empty when there is none
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    default Optional<Obstacle> whyNotBelow(GroupDir group, Controller controller) {
        return Optional.empty();
    }

    /**
     * Why the caller may not move a process although it may write to the group it moves it to.
     *
     * @param from the group the process is in
     * @param to the group
     * @return what is the matter, without a full stop; empty when the process itself is the reason
     */
    default Optional<String> whyNotMoved(GroupDir from, GroupDir to) {
        return Optional.empty();
    }

    /**
     * Lets a new group have single threads of a process whose other threads are in the group above, or in others of that.
     *
     * @param created a group without members
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    default void makeThreaded(GroupDir created) {}

    /**
     * The group that the processes belong to whose single threads a group has.
     *
     * @param dir the group
     * @return on v2 the one above all threaded ones; else the group itself
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    default GroupDir domain(GroupDir dir) {
        return dir;
    }

    /**
     * Whether a group can have single threads of a process whose other threads are elsewhere.
     *
     * @param dir the group
     * @return true on v1, and on v2 for a threaded group
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    default boolean takesThreads(GroupDir dir) {
        return true;
    }

    /**
     * Whether a group stands in the way of controllers for its children as long as it has processes itself.
     *
     * @param dir the group
     * @return true on v2, but for its root
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    default boolean wantsProcessesInLeaves(GroupDir dir) {
        return false;
    }

    /**
     * The controllers that a group enables for its children, where that is a matter of each group.
     *
     * @param dir the group
     * @return the kernel's names
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    default Set<String> enabled(GroupDir dir) {
        return Set.of();
    }

    /**
     * Remembers which controllers a group enables for its children.
     *
     * @param dir the group
     * @return disables those that are enabled then and were not when this was called; throws a
     *     {@link io.cgroups.CgroupIoException} if the kernel refuses
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    default Runnable rememberEnabled(GroupDir dir) {
        return () -> {};
    }

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
     * Whether {@link #killAll} works for a group.
     *
     * @param dir the group
     * @return true when the kernel can
     */
    default boolean canKillAll(GroupDir dir) {
        return false;
    }

    /**
     * Keeps the members of a group and of those below from forking while they are being killed one by one, as far as
     * that works at once. What it did is taken back by {@link #release}.
     *
     * @param dir the group
     * @param deadline when the caller gives up, before which this one does
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    default void hold(GroupDir dir, Deadline deadline) {}

    /**
     * Lets the members of a group and of those below run, so that those that have been killed die: a frozen v1 process
     * does not.
     *
     * @param dir the group, which may be gone
     * @return the group above that is frozen and still keeps them from dying; empty when none does
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    default Optional<GroupDir> release(GroupDir dir) {
        return Optional.empty();
    }

    /**
     * How this version of control groups tells what happens to a group.
     *
     * @return the same at each call
     */
    EventDialect events();

    /**
     * Where this version of control groups has a setting. Says nothing of this kernel or of a group.
     *
     * @param setting the setting
     * @return the control files, or what to use instead
     */
    SettingSource source(Setting setting);

    /**
     * Whether a group is the root of the hierarchy as the kernel sees it, and not only the top of what is mounted here: it
     * has fewer settings.
     *
     * @param dir the group
     * @return true for the root
     */
    boolean isRoot(GroupDir dir);

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
