package io.cgroups;

import io.cgroups.spi.KernelWrite;
import java.util.List;
import java.util.Set;

/**
 * A live handle to one logical group: one directory in each hierarchy it belongs to.
 *
 * <p>Live: it holds no kernel state and no descriptor, every call asks the kernel. It may be shared between threads. A
 * handle to a group that somebody removed throws {@link CgroupNotFoundException}.
 *
 * <p>Every call throws {@link CgroupIoException} when the kernel refuses; what it had changed until then it has taken back, and
 * what could not be is a suppressed exception. What it does not do: it never kills or moves a member without being told to.
 */
public non-sealed interface Cgroup extends CgroupSettings {

    /**
     * Makes a group, or adopts it where it is there already, in every mounted hierarchy of these controllers. A v1 cpuset
     * without CPUs or memory nodes, which could not have members, gets those of the group above.
     *
     * @param name relative to the base, see {@link Cgroups}
     * @param controllers the controllers, which are enabled where the unified hierarchy carries them; none means every
     *     hierarchy that carries controllers and has its driver on the class path, and on the unified one a controller is enabled when a setting of it is made
     * @return the group
     * @throws InvalidNameException if the name cannot name a group
     * @throws ControllerUnavailableException if a controller is not mounted, or cannot be enabled
     * @throws CgroupsUnavailableException if nothing is mounted, or no driver for it is on the class path
     */
    static Cgroup create(String name, Controller... controllers) {
        return Cgroups.system().create(name, controllers);
    }

    /**
     * Opens a group that is there already, in the hierarchies where it is.
     *
     * @param name relative to the base, see {@link Cgroups}
     * @return the group
     * @throws InvalidNameException if the name cannot name a group
     * @throws CgroupNotFoundException if it is in no hierarchy
     * @throws CgroupsUnavailableException if nothing is mounted, or no driver for it is on the class path
     */
    static Cgroup open(String name) {
        return Cgroups.system().open(name);
    }

    /**
     * The group the calling process is in. Each hierarchy can have it elsewhere, see {@link #files(Controller)}.
     *
     * @return the group
     * @throws CgroupsUnavailableException if nothing is mounted, or nothing that shows the caller's own group, or no driver
     *     for it is on the class path
     */
    static Cgroup current() {
        return Cgroups.system().current();
    }

    /**
     * The name.
     *
     * @return the path relative to the base; of {@link #current()}, within its first hierarchy
     */
    CgroupPath path();

    /**
     * The controllers of the hierarchies this group is in.
     *
     * @return an immutable set
     */
    Set<Controller> controllers();

    /**
     * Finds out of every setting whether it works for this group and, if not, why: without setting anything.
     *
     * @return an answer for every setting, as it is at this moment
     */
    Capabilities capabilities();

    /**
     * The control files by name, for what has no typed method.
     *
     * @param controller selects the hierarchy
     * @return the files of the group there
     * @throws ControllerUnavailableException if the group does not have the controller
     */
    RawFiles files(Controller controller);

    /**
     * Compiles a specification into the writes that would bring it about, without writing. Enabling controllers is no part of
     * it.
     *
     * @param spec what to set
     * @return the writes, in order
     * @throws ControllerUnavailableException if the group does not have a controller, also one that {@link #update} would
     *     enable
     * @throws UnsupportedSettingException if this kernel or hierarchy lacks a setting that is mentioned
     */
    List<KernelWrite> plan(CgroupSpec spec);

    /**
     * Carries out the plan of a specification over all its controllers: all of it, or none. What could not be taken back
     * after a refusal is a suppressed exception.
     *
     * @param spec what to set
     * @return this
     */
    Cgroup update(CgroupSpec spec);

    /**
     * Moves a whole process, with all its threads, into every hierarchy of this group, or into none.
     *
     * @param pid the process id
     * @return this
     * @throws InvalidValueException if the id is under 1
     * @throws ProcessNotFoundException if there is no such process
     */
    Cgroup attach(long pid);

    /**
     * Moves a whole process.
     *
     * @param process the process
     * @return this
     * @throws ProcessNotFoundException if there is no such process any more
     */
    default Cgroup attach(ProcessHandle process) {
        return attach(process.pid());
    }

    /**
     * Moves this JVM with all its threads.
     *
     * @return this
     */
    Cgroup attachSelf();

    /**
     * Moves one thread, on v1 out of any process; on v2 the group must be a {@linkplain #threadedChild threaded} one of the
     * domain the process is in.
     *
     * @param tid the kernel's thread id
     * @return this
     * @throws InvalidValueException if the id is under 1
     * @throws ProcessNotFoundException if there is no such thread
     */
    Cgroup attachThread(long tid);

    /**
     * Moves the calling thread.
     *
     * @return this
     */
    Cgroup attachCurrentThread();

    /**
     * The processes of this group itself, in any of its hierarchies. Left out are processes of a pid namespace that the
     * caller does not see into: they have no id here. Before {@link #delete()} they count all the same.
     *
     * @return process ids, sorted
     */
    List<Long> processes();

    /**
     * The threads of this group itself, in any of its hierarchies, without those of a foreign pid namespace.
     *
     * @return thread ids, sorted
     */
    List<Long> threads();

    /**
     * The groups directly below.
     *
     * @return handles, sorted by name
     */
    List<Cgroup> children();

    /**
     * Makes a group below this one, or adopts it, in the hierarchies of this group.
     *
     * @param name relative to this group
     * @return the group
     * @throws InvalidNameException if the name cannot name a group
     * @throws CgroupNotFoundException if this group itself is gone
     */
    Cgroup child(String name);

    /**
     * Makes a group below this one, or adopts it, in the hierarchies of these controllers.
     *
     * @param name relative to this group
     * @param controllers at least one; enabled for the group where the unified hierarchy carries them
     * @return the group
     * @throws InvalidNameException if the name cannot name a group
     * @throws IllegalArgumentException if no controller is named
     * @throws ControllerUnavailableException if this group is not in the hierarchy of a controller, or it cannot be enabled
     * @throws CgroupBusyException if the unified hierarchy carries a controller, and this group has processes itself: see
     *     {@link #evacuate}
     * @throws CgroupNotFoundException if this group itself is gone
     */
    Cgroup child(String name, Controller... controllers);

    /**
     * Makes a group below this one, or adopts it, that takes single threads of the processes that are in this group: see
     * {@link #attachThread}. On v1 every group does. On the unified hierarchy it becomes a threaded group (since Linux
     * 4.14), which cannot be undone, and only cpu, cpuset and pids can be limited in it.
     *
     * @param name relative to this group
     * @param controllers as for {@link #child(String, Controller...)}; none means the hierarchies of this group
     * @return the group
     * @throws InvalidNameException if the name cannot name a group
     * @throws ControllerUnavailableException if a controller cannot tell threads apart, or cannot be had
     * @throws CgroupIoException if it is there with members, or this group has controllers enabled for its children that
     *     cannot tell threads apart
     * @throws CgroupNotFoundException if this group itself is gone
     */
    Cgroup threadedChild(String name, Controller... controllers);

    /**
     * Gives this group controllers, where that is a matter of each group: on the unified hierarchy they are enabled in the
     * groups above, from the top down, all or none. Settings do so by themselves; this is for reading, and to be early.
     *
     * @param controllers which
     * @return this
     * @throws ControllerUnavailableException if the group is not in the hierarchy of a controller, or a group above does
     *     not have it
     * @throws CgroupBusyException if a group above has processes itself: see {@link #evacuate}
     * @throws CgroupAccessException if a group above is not delegated to the caller
     */
    Cgroup enable(Controller... controllers);

    /**
     * Moves the processes of this group into a leaf below it, so that controllers can be enabled for its children: on the
     * unified hierarchy a group has processes or enables controllers, not both. Where that rule does not hold, on v1 and
     * at the root, nothing is moved.
     *
     * @return what was done, to be undone
     * @throws CgroupBusyException if processes of a foreign pid namespace are listed, which cannot be named; all others
     *     have been moved back
     */
    Evacuation evacuate();

    /**
     * Stops all members of this group and of those below, and waits until they stand still, 10 seconds at the most; see
     * {@link io.cgroups.freezer.FreezerController#freeze(java.time.Duration)}.
     *
     * @return this
     * @throws ControllerUnavailableException if the group does not have the freezer
     * @throws IllegalStateException if the calling JVM is a member and would stop itself
     * @throws CgroupTimeoutException if some cannot be stopped in time; they go on
     */
    default Cgroup freeze() {
        freezer().freeze();
        return this;
    }

    /**
     * Lets all members go on that {@link #freeze()} has stopped; see
     * {@link io.cgroups.freezer.FreezerController#thaw(java.time.Duration)}.
     *
     * @return this
     * @throws ControllerUnavailableException if the group does not have the freezer
     * @throws CgroupTimeoutException if a group above is frozen too and stays so for 10 seconds
     */
    default Cgroup thaw() {
        freezer().thaw();
        return this;
    }

    /**
     * Kills every process of this group and of those below, and waits until they are gone, 10 seconds at the most. The
     * group may be frozen; afterwards it is not.
     *
     * @return this
     * @throws IllegalStateException if the calling JVM is a member
     * @throws CgroupTimeoutException if some are still there: uninterruptible ones, on v1 all while a group above is
     *     frozen, and on v2 those of a foreign pid namespace, which v1 does not list; what was killed dies as soon as it
     *     can
     */
    Cgroup kill();

    /**
     * Moves every process of this group, not of those below, into the group above, in every hierarchy.
     *
     * @return this
     * @throws CgroupBusyException on the unified hierarchy, if the group above enables controllers for its children and is
     *     not the root: then it takes no processes; or if processes of a foreign pid namespace are listed, which cannot be
     *     named; all others have been moved
     * @throws IllegalStateException if this is the root of a mount
     */
    Cgroup moveMembersToParent();

    /**
     * Removes this group and those below from every hierarchy. Waits up to 2 seconds while the kernel still buries
     * members that have just died. A group that is gone already is no error.
     *
     * @throws CgroupBusyException if it, or one below, has members; nothing was removed, unless they are of a foreign pid
     *     namespace and v1 does not list them: then those below may be gone
     */
    void delete();
}
