package io.cgroups.systemd;

import io.cgroups.Cgroup;
import io.cgroups.CgroupPath;
import io.cgroups.CgroupTimeoutException;
import io.cgroups.Cgroups;
import io.cgroups.CgroupsUnavailableException;
import io.cgroups.Evacuation;
import io.cgroups.Failure;
import io.cgroups.InvalidNameException;
import io.cgroups.SystemdException;
import io.cgroups.internal.proc.ProcCgroup;
import io.cgroups.internal.systemd.HostSystemd;
import io.cgroups.internal.systemd.Systemd;
import io.cgroups.internal.systemd.UnitManager;
import io.cgroups.internal.systemd.UnitName;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A scope of systemd: a unit that systemd made for processes that are there already, and whose groups it leaves to this
 * program (<em>delegated</em>, {@code Delegate=yes}).
 *
 * <pre>{@code
 * try (SystemdScope scope = SystemdScope.builder("batch").process(pid).start()) {
 *     Cgroup workers = scope.cgroups().create("workers", CPU).cpuQuota(20_000).attach(pid);
 * }
 * }</pre>
 *
 * <p>Each control file has one writer. The files of the scope itself are systemd's: what they limit is said to the
 * {@link SystemdScopeBuilder}. All below is the program's: {@link #cgroups()} has its base there. A group with controllers
 * for its children takes no processes, so the scope's processes are at first in the group {@value Evacuation#LEAF} below, and
 * are moved from there.
 *
 * <p>The unit lives as long as it has processes. When the last one ends, systemd removes it with all groups below, and they
 * throw {@link io.cgroups.CgroupNotFoundException}; a group that is to outlast its workers needs a process that stays.
 *
 * <p>Each call that speaks to systemd opens a connection and closes it: no thread and no file stays open. Safe for use by
 * many threads.
 *
 * <p>Needs a host whose only hierarchy is the unified one: what systemd delegates on v1 is not safe. Tested with systemd 252;
 * what is asked of it is older, and of what is younger than systemd 231 it can do without.
 */
public final class SystemdScope implements AutoCloseable {
    private static final Duration REMOVAL = Duration.ofSeconds(10);

    private final Systemd systemd;
    private final ServiceManager manager;
    private final Duration stopLimit;
    private final AtClose atClose;
    private final String name;
    private final Cgroups cgroups;
    private final CgroupPath path;
    private boolean closed;

    SystemdScope(
            Systemd systemd,
            ServiceManager manager,
            Duration stopLimit,
            AtClose atClose,
            String name,
            Cgroups cgroups,
            CgroupPath path) {
        this.systemd = systemd;
        this.manager = manager;
        this.stopLimit = stopLimit;
        this.atClose = atClose;
        this.name = name;
        this.cgroups = cgroups;
        this.path = path;
    }

    /**
     * Starts the description of a scope with a name of its own.
     *
     * @param name of the unit, with or without {@code .scope}: letters and digits of ASCII and {@code : _ . \ -}
     * @return a builder
     * @throws InvalidNameException if systemd would not take the name
     */
    public static SystemdScopeBuilder builder(String name) {
        return new SystemdScopeBuilder(new HostSystemd(System.getenv()), UnitName.scope(name));
    }

    /**
     * Starts the description of a scope with a unique name, {@code cgroups-PID-NUMBER.scope}.
     *
     * @return a builder
     */
    public static SystemdScopeBuilder builder() {
        return new SystemdScopeBuilder(new HostSystemd(System.getenv()), UnitName.unique());
    }

    /**
     * Moves this JVM into a scope of its own, so that it may limit parts of itself and processes it starts. It stays there:
     * closing the scope leaves it, and the unit ends with the JVM.
     *
     * @param name as for {@link #builder(String)}
     * @return the scope; this JVM is in the group {@value Evacuation#LEAF} of it
     * @throws InvalidNameException if systemd would not take the name
     * @throws CgroupsUnavailableException as for {@link SystemdScopeBuilder#start}
     * @throws SystemdException as for {@link SystemdScopeBuilder#start}
     */
    public static SystemdScope forThisJvm(String name) {
        return builder(name).thisJvm().start();
    }

    /**
     * The name of the unit.
     *
     * @return for example {@code batch.scope}
     */
    public String name() {
        return name;
    }

    /**
     * The control groups of the host with the scope as the base: {@code scope.cgroups().create("workers", CPU)} makes a
     * group below it.
     *
     * @return always the same object
     */
    public Cgroups cgroups() {
        return cgroups;
    }

    /**
     * The group of the scope itself: to read what is used in all, to list the groups below and to make some. Its settings are
     * systemd's to write.
     *
     * @return the group
     * @throws io.cgroups.CgroupNotFoundException if the unit has ended
     */
    public Cgroup group() {
        return cgroups.base();
    }

    /**
     * Where the scope is.
     *
     * @return the path from the root of the hierarchy, for example {@code system.slice/batch.scope}
     */
    public CgroupPath path() {
        return path;
    }

    /**
     * Stops the unit or leaves it, as was agreed; stopping waits until its groups are gone. Does nothing the second time, and
     * nothing when the unit has ended.
     *
     * @throws IllegalStateException if the unit is to be stopped and this JVM is in it
     * @throws SystemdException if systemd refuses; closing can be tried again
     * @throws CgroupTimeoutException if it takes too long; systemd goes on, and closing can be tried again
     * @throws CgroupsUnavailableException if systemd cannot be reached
     */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        if (atClose == AtClose.STOP) {
            stop();
        }
        closed = true;
    }

    private void stop() {
        if (isOwn()) {
            throw new IllegalStateException(
                    "this JVM is in " + name + ", and would be stopped with it; AtClose.LEAVE leaves the unit");
        }
        try (UnitManager connection = systemd.connect(manager, stopLimit)) {
            connection.stop(name);
        }
        // The unit has ended when its processes have; systemd removes the groups a moment later.
        if (!systemd.files().clock().await(this::isGone, REMOVAL)) {
            throw new CgroupTimeoutException(
                    Failure.of("stop the unit " + name, "it has ended, but its group " + path + " is still there"),
                    REMOVAL);
        }
    }

    private boolean isGone() {
        return cgroups.layout().hierarchies().stream()
                .noneMatch(hierarchy -> systemd.files().exists(path.under(hierarchy.mountPoint())));
    }

    /** Whether this JVM is in the scope, or in a group below. */
    private boolean isOwn() {
        Path file = systemd.files().proc().resolve("self/cgroup");
        String scope = "/" + path;
        return ProcCgroup.parseAll(file, systemd.files().read(file)).stream()
                .filter(ProcCgroup::isUnified)
                .anyMatch(own -> own.path().equals(scope) || own.path().startsWith(scope + "/"));
    }

    /** Returns the name of the unit and where its group is. */
    @Override
    public String toString() {
        return name + " at " + path;
    }
}
