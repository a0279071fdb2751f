package io.cgroups;

import io.cgroups.diagnosis.Diagnosis;
import io.cgroups.internal.fs.LinuxKernelFiles;
import io.cgroups.internal.route.Diagnostician;
import io.cgroups.internal.route.Host;
import io.cgroups.internal.route.Reaper;
import io.cgroups.internal.route.RoutedCgroup;
import io.cgroups.internal.route.Scoping;
import io.cgroups.spi.KernelFiles;
import io.cgroups.testkit.InMemoryKernel;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The entry point: the control groups of one host, and where names are relative to.
 *
 * <p>A name is relative to the <em>base</em>: in each hierarchy its root where the caller may make groups there, else the top
 * of the sub-tree that is delegated to the caller, that is the highest group it may write to among its own and those above,
 * so that a name means the same group wherever in the sub-tree a process is. Nothing above the unit of systemd
 * ({@code *.service} or {@code *.scope}) that the process belongs to is taken: that is systemd's own. The system property
 * {@value #BASE_PROPERTY} or {@link Builder#base} sets another.
 *
 * <p>The layout is detected once, at first use, and kept; {@code builder().build()} detects it anew. Safe for use by many
 * threads.
 */
public final class Cgroups {
    /** The system property that sets the base: a path within the hierarchies, for example {@code /jobs}. */
    public static final String BASE_PROPERTY = "io.cgroups.base";

    private static final Cgroups SYSTEM = builder().build();

    private final Builder settings;
    private volatile @Nullable Host host;

    private Cgroups(Builder settings) {
        this.settings = settings;
    }

    /**
     * The control groups of the host this JVM runs on.
     *
     * @return always the same object
     */
    public static Cgroups system() {
        return SYSTEM;
    }

    /**
     * Control groups of a strict in-memory kernel, for unit tests and for machines that are not Linux.
     *
     * @return the groups of a new in-memory kernel: with v1 hierarchies where their driver is on the class path, else with the
     *     unified one
     */
    public static Cgroups inMemory() {
        return (Host.driversOnClassPath().contains(Hierarchy.Version.V1) ? InMemoryKernel.v1() : InMemoryKernel.v2())
                .cgroups();
    }

    /**
     * Starts a configuration.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What control groups the host has.
     *
     * @return the layout
     * @throws CgroupsUnavailableException if this is not Linux
     */
    public HostLayout layout() {
        return host().layout();
    }

    /**
     * Makes a group, or adopts it where it is there already, with its limits, its members and what is below, in every mounted
     * hierarchy of these controllers.
     *
     * @param name relative to the base
     * @param controllers the controllers, which are enabled where the unified hierarchy carries them; none means every
     *     hierarchy that carries controllers, has its driver on the class path and lets the caller make the group, see
     *     {@link #diagnose}; on the unified one a controller is then enabled when a setting of it is made
     * @return the group
     * @throws InvalidNameException if the name cannot name a group
     * @throws CgroupBusyException if a controller is named and a group above has processes itself, for example this JVM: see
     *     {@link #moveSelf} and {@link Cgroup#evacuate}
     * @throws CgroupAccessException if the caller may not make the group; the hint says what to do about it
     * @throws ControllerUnavailableException if a controller is not mounted, or cannot be enabled
     * @throws CgroupsUnavailableException if nothing is mounted, or no driver for it is on the class path
     */
    public Cgroup create(String name, Controller... controllers) {
        CgroupPath path = CgroupPath.of(name);
        Set<Controller> wanted = EnumSet.noneOf(Controller.class);
        Collections.addAll(wanted, controllers);
        return RoutedCgroup.create(host(), path, wanted);
    }

    /**
     * Opens a group that is there already, in the hierarchies where it is.
     *
     * @param name relative to the base
     * @return the group
     * @throws InvalidNameException if the name cannot name a group
     * @throws CgroupNotFoundException if it is in no hierarchy
     * @throws CgroupsUnavailableException if nothing is mounted, or no driver for it is on the class path
     */
    public Cgroup open(String name) {
        CgroupPath path = CgroupPath.of(name);
        return RoutedCgroup.open(host(), path);
    }

    /**
     * The group the calling process is in.
     *
     * @return the group
     * @throws CgroupsUnavailableException if nothing is mounted, or nothing that shows the caller's own group, or no driver
     *     for it is on the class path
     */
    public Cgroup current() {
        return RoutedCgroup.current(host());
    }

    /**
     * The group that names are relative to: for what only a root has, and to list the groups directly below.
     *
     * @return the base, which is the root of each hierarchy where the caller may write there
     * @throws CgroupsUnavailableException if nothing is mounted, or no driver for it is on the class path
     */
    public Cgroup base() {
        return RoutedCgroup.open(host(), CgroupPath.ROOT);
    }

    /**
     * Makes a group that goes away with a try-with-resources block, or with {@link #reapOrphans()} when this JVM dies before.
     * A group that is there already is adopted: one of a dead owner is taken over with its members, one without an owner and
     * without members stays without, and goes with closing only. Groups on the way that are not there are made, too; closing leaves them, and when this JVM is dead
     * {@code reapOrphans()} removes them where they are empty.
     *
     * @param name relative to the base
     * @param onClose what closing does with members
     * @param controllers as for {@link #create}
     * @return the group
     * @throws InvalidNameException if the name cannot name a group
     * @throws CgroupBusyException if it is, or just becomes, the scoped group of an owner that lives, which may be this JVM, or
     *     that cannot be seen from here, or if it is just being reaped; or if it was there before without an owner and has
     *     members, in it or below, that closing would kill or move; the message says which
     * @throws CgroupFormatException if it has the mark of an owner that cannot be read, as of a newer version
     */
    public ScopedCgroup scoped(String name, OnClose onClose, Controller... controllers) {
        CgroupPath path = CgroupPath.of(name);
        Set<Controller> wanted = EnumSet.noneOf(Controller.class);
        Collections.addAll(wanted, controllers);
        Scoping scoping = Scoping.create(host(), path, wanted, onClose);
        return new ScopedCgroup(scoping.group(), onClose, scoping.isMarked());
    }

    /**
     * Removes the scoped groups below the base whose owner is dead, and only those, from every hierarchy with a driver on the
     * class path. Each hierarchy is searched whole. Members are dealt with as closing would have: see {@link OnClose}.
     *
     * <p>The owner of a group is the process that made it with {@link #scoped}, by id and start, as
     * {@linkplain ScopedCgroup#isMarked its mark} says. It is dead when there is no such process any more or nobody has asked for
     * its exit code yet. A group whose owner lives is left alone with all below it, and keeps the groups above it; so does a
     * group whose owner is of another pid or time namespace, or cannot be seen from here. A group that was being made when its
     * owner died is removed when it has no members and no groups below.
     *
     * <p>Safe to be called by several threads and processes at once: each group is removed by one of them, and has a living
     * owner meanwhile. What it cannot know of is somebody who, at that moment, attaches a process to an orphan or makes a group
     * in one. Nor can it tell who made an empty group without an owner, under a name that a process was about to use when it
     * was killed.
     *
     * @return what was removed, and what was not and why; nothing is thrown for a single group
     * @throws CgroupsUnavailableException if this is not Linux
     * @throws CgroupIoException if the base itself cannot be read
     */
    public ReapReport reapOrphans() {
        return Reaper.reap(host());
    }

    /**
     * Makes a group for some threads of this JVM, or adopts it, on every layout: below the group that this JVM is in at this
     * moment, in the hierarchies of the controllers. Its threads come from {@link Cgroup#threadFactory(String)},
     * {@link Cgroup#runIn(GroupAction)} and {@link Cgroup#attachCurrentThread()}; all others stay where they are.
     *
     * <p>v1 asks for nothing else. On v2 (since Linux 4.14) it is a {@linkplain Cgroup#threadedChild threaded} group, and that
     * makes the JVM's own group "domain threaded", unless that is the root: until the last group for threads is removed,
     * and the controllers that were enabled for it are disabled, the own group cannot give its children memory, I/O or
     * another controller that does not tell threads apart, and groups below it that are not threaded take no
     * members. Limits of the own group itself go on as before, for all threads together. Where the own group has other groups with
     * processes below it, or enables such a controller already, the kernel refuses; the root is exempt from both.
     *
     * @param name relative to the JVM's own group, not to the base
     * @param controllers those that tell threads apart: cpu, cpuacct, cpuset, pids and perf_event on every version; enabled on v2,
     *     also in the groups above; none means cpu and, where there is one, cpuacct
     * @return the group, which {@link Cgroup#delete()} removes when the threads have ended or left
     * @throws InvalidNameException if the name cannot name a group
     * @throws IllegalArgumentException if memory is among the controllers: it belongs to a process, not to a thread
     * @throws ControllerUnavailableException if a controller is not mounted, cannot be enabled or cannot tell threads apart
     * @throws CgroupAccessException if the JVM's own group is not delegated to this user
     * @throws CgroupIoException if the kernel refuses, see above; nothing is left behind
     * @throws CgroupsUnavailableException if nothing is mounted, or nothing that shows the JVM's own group, or no driver
     *     for it is on the class path
     */
    public Cgroup threadGroup(String name, Controller... controllers) {
        CgroupPath path = CgroupPath.of(name);
        Set<Controller> wanted = EnumSet.noneOf(Controller.class);
        Collections.addAll(wanted, controllers);
        if (wanted.contains(Controller.MEMORY)) {
            throw new IllegalArgumentException("memory belongs to a process: a group for threads cannot limit it");
        }
        if (wanted.isEmpty()) {
            wanted.add(Controller.CPU);
            layout().hierarchy(Controller.CPUACCT).ifPresent(has -> wanted.add(Controller.CPUACCT));
        }
        return RoutedCgroup.forThreads(host(), path, wanted);
    }

    /**
     * Makes a group, or adopts it, moves this JVM into it and then enables its controllers: all of it, or none. This order
     * limits a JVM also from a group of its own, as a container or a service has, for which the unified hierarchy enables
     * nothing while it has processes itself. Settings without a named controller enable it later, in the same way.
     *
     * <p>Closing the result undoes all of it: {@code try (SelfMove move = Cgroups.system().moveSelf("x", Controller.CPU))}.
     * What the JVM thinks of its container does not follow, see {@link Cgroup#attachSelf}.
     *
     * @param name relative to the base
     * @param controllers as for {@link #create}
     * @return the group, and the way back
     * @throws InvalidNameException if the name cannot name a group
     * @throws ControllerUnavailableException if a controller is not mounted, or cannot be enabled
     * @throws CgroupBusyException if a group above has other processes itself, which are named: {@link Cgroup#evacuate} it
     *     first, and close that after this
     * @throws CgroupsUnavailableException if nothing is mounted, or nothing that shows the caller's own group, or no driver
     *     for it is on the class path
     */
    public SelfMove moveSelf(String name, Controller... controllers) {
        CgroupPath path = CgroupPath.of(name);
        Set<Controller> wanted = EnumSet.noneOf(Controller.class);
        Collections.addAll(wanted, controllers);
        return RoutedCgroup.moveSelf(host(), path, wanted);
    }

    /**
     * Finds out what the caller can do here and, of what it cannot, what stands in the way and the one thing to do about it: a
     * command where one does it. Looks anew each time, changes nothing, and throws nothing on account of what it finds, on
     * whatever system.
     *
     * @return the answer; its {@code toString} is a report for people
     * @throws InvalidNameException if the system property {@value #BASE_PROPERTY} holds no path
     */
    public Diagnosis diagnose() {
        return Diagnostician.diagnose(settings.files, settings::detect);
    }

    private Host host() {
        Host known = host;
        if (known == null) {
            // Two threads may both detect; the results are equal and the last one stays.
            known = settings.detect();
            host = known;
        }
        return known;
    }

    /** Collects the configuration. Not safe for use by several threads. */
    public static final class Builder {
        private KernelFiles files = new LinuxKernelFiles(Path.of("/proc"));
        private Optional<CgroupPath> base = Optional.empty();
        private final Set<Path> roots = new HashSet<>();
        private final Set<String> named = new HashSet<>();
        private boolean unified;

        private Builder() {}

        /**
         * Uses another kernel, for example an in-memory one.
         *
         * @param kernel the gate to it
         * @return this
         */
        public Builder kernel(KernelFiles kernel) {
            this.files = kernel;
            return this;
        }

        /**
         * Sets the base.
         *
         * @param path a path from the mount points of the hierarchies, for example {@code /jobs}
         * @return this
         * @throws InvalidNameException if it does not start with {@code /} or holds {@code ..}
         */
        public Builder base(String path) {
            this.base = Optional.of(CgroupPath.ofKernel(path));
            return this;
        }

        /**
         * Names the mount point to use where a hierarchy is mounted more than once, for example {@code /cgroup/cpu}.
         *
         * @param mountPoint an absolute path; symbolic links are resolved
         * @return this
         */
        public Builder root(Path mountPoint) {
            this.roots.add(mountPoint);
            return this;
        }

        /**
         * Includes a named v1 hierarchy, which has no controllers but members, such as {@code name=systemd}.
         *
         * @param hierarchy the name without {@code name=}
         * @return this
         */
        public Builder named(String hierarchy) {
            this.named.add(hierarchy);
            return this;
        }

        /**
         * Lets every group take part in the unified hierarchy of a hybrid host, also where that carries no controller that
         * was asked for: for pressure, killing at once, and limits on the tree of groups.
         *
         * @return this
         */
        public Builder unified() {
            this.unified = true;
            return this;
        }

        private Host detect() {
            return Host.detect(files, base(), roots, named, unified);
        }

        private Optional<CgroupPath> base() {
            return base.or(
                    () -> Optional.ofNullable(System.getProperty(BASE_PROPERTY)).map(CgroupPath::ofKernel));
        }

        /**
         * Makes the entry point. Nothing is detected before it is used; the builder should not be changed afterwards.
         *
         * @return the entry point
         */
        public Cgroups build() {
            return new Cgroups(this);
        }
    }
}
