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
public non-sealed interface Cgroup extends CgroupSettings, CgroupMembers, CgroupWork, CgroupLifetime, CgroupEvents {

    /**
     * Makes a group, or adopts it where it is there already, with its limits, its members and what is below, in every mounted
     * hierarchy of these controllers. A v1 cpuset
     * without CPUs or memory nodes, which could not have members, gets those of the group above.
     *
     * @param name relative to the base, see {@link Cgroups}
     * @param controllers the controllers, which are enabled where the unified hierarchy carries them; none means every
     *     hierarchy that carries controllers, has its driver on the class path and lets the caller make the group, see
     *     {@link Cgroups#diagnose}; on the unified one a controller is then enabled when a setting of it is made
     * @return the group
     * @throws InvalidNameException if the name cannot name a group
     * @throws CgroupBusyException if a controller is named and a group above has processes itself, for example this JVM: see
     *     {@link Cgroups#moveSelf} and {@link Cgroup#evacuate}
     * @throws CgroupAccessException if the caller may not make the group; the hint says what to do about it
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
     * 4.14), which cannot be undone, and only cpu, cpuset and pids can be limited in it. For threads of this JVM
     * {@link Cgroups#threadGroup} is the shorter way.
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
}
