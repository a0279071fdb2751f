package io.cgroups.systemd;

import io.cgroups.CgroupIoException;
import io.cgroups.CgroupPath;
import io.cgroups.CgroupTimeoutException;
import io.cgroups.Cgroups;
import io.cgroups.CgroupsUnavailableException;
import io.cgroups.Evacuation;
import io.cgroups.Failure;
import io.cgroups.HostLayout;
import io.cgroups.InvalidNameException;
import io.cgroups.InvalidValueException;
import io.cgroups.SystemdException;
import io.cgroups.cpu.CpuWeight;
import io.cgroups.internal.systemd.Systemd;
import io.cgroups.internal.systemd.UnitManager;
import io.cgroups.internal.systemd.UnitName;
import io.cgroups.internal.systemd.UnitProperty;
import io.cgroups.unit.DataSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Describes a {@link SystemdScope}, and starts it. Limits here are those of the whole scope and are written by systemd, which
 * keeps them when it reloads; limits of groups below are set on those. Not safe for use by several threads.
 */
public final class SystemdScopeBuilder {
    private static final Duration USUAL_TIME_LIMIT = Duration.ofSeconds(30);
    private static final Duration USUAL_STOP_TIME = Duration.ofSeconds(10);
    private static final long MICROSECONDS_PER_PERCENT = 10_000;

    private final Systemd systemd;
    private final String name;
    private final List<Long> pids = new ArrayList<>();
    private final Map<String, UnitProperty> properties = new LinkedHashMap<>();
    private ServiceManager manager;
    private Duration timeLimit = USUAL_TIME_LIMIT;
    private Duration stopTime = USUAL_STOP_TIME;
    private Optional<AtClose> atClose = Optional.empty();

    SystemdScopeBuilder(Systemd systemd, String name) {
        this.systemd = systemd;
        this.name = name;
        this.manager = systemd.usual();
        description("control groups of the process " + systemd.ownPid());
        set(UnitProperty.of("Delegate", true));
        // A unit that failed would stay listed, and its name taken. Since systemd 236.
        set(UnitProperty.of("CollectMode", "inactive-or-failed").ifKnown());
    }

    private SystemdScopeBuilder set(UnitProperty property) {
        properties.put(property.name(), property);
        return this;
    }

    /**
     * Puts a process into the scope, with all its threads; it leaves the unit it is in. Its children stay where they are,
     * those it starts from now on are in the scope. May be called several times; a scope needs at least one process.
     *
     * @param pid the process
     * @return this
     * @throws InvalidValueException if it is not positive
     */
    public SystemdScopeBuilder process(long pid) {
        pids.add(InvalidValueException.inRange("pid", pid, 1, Integer.MAX_VALUE, "thisJvm() moves the caller"));
        return this;
    }

    /**
     * Puts this JVM into the scope, which closing leaves then unless {@link #atClose} says otherwise.
     *
     * @return this
     */
    public SystemdScopeBuilder thisJvm() {
        return process(systemd.ownPid());
    }

    /**
     * Says which systemd to ask.
     *
     * @param whose the default is that of the host for root, and that of the user for everybody else
     * @return this
     */
    public SystemdScopeBuilder manager(ServiceManager whose) {
        this.manager = whose;
        return this;
    }

    /**
     * Says what the scope is for, as {@code systemctl} shows it.
     *
     * @param text one line
     * @return this
     */
    public SystemdScopeBuilder description(String text) {
        return set(UnitProperty.of("Description", text));
    }

    /**
     * Puts the scope into a slice, which is made where it is not there. The default is {@code system.slice}, or
     * {@code app.slice} of a user.
     *
     * @param slice with or without {@code .slice}; each dash is a level: {@code machine-batch} is below {@code machine}
     * @return this
     * @throws InvalidNameException if systemd would not take the name
     */
    public SystemdScopeBuilder slice(String slice) {
        return set(UnitProperty.of("Slice", UnitName.slice(slice)));
    }

    /**
     * Limits the CPU time of the whole scope: {@code CPUQuota=}, since systemd 213; {@code cpu.max} with a period of 100 ms.
     *
     * @param percent of one CPU, at least 1; 200 is two CPUs. The default is no limit.
     * @return this
     * @throws InvalidValueException if it is less than 1
     */
    public SystemdScopeBuilder cpuQuotaPercent(long percent) {
        long max = Long.MAX_VALUE / MICROSECONDS_PER_PERCENT;
        InvalidValueException.inRange("CPUQuota", percent, 1, max, "without a call there is no limit");
        return set(UnitProperty.of("CPUQuotaPerSecUSec", percent * MICROSECONDS_PER_PERCENT));
    }

    /**
     * Sets the scope's portion of CPU time against other units of its slice: {@code CPUWeight=}, since systemd 232.
     *
     * @param weight the default is 100
     * @return this
     */
    public SystemdScopeBuilder cpuWeight(CpuWeight weight) {
        return set(UnitProperty.of("CPUWeight", weight.value()));
    }

    /**
     * Limits the memory of the whole scope: {@code MemoryMax=}, since systemd 231; {@code memory.max}.
     *
     * @param limit rounded down to pages; the default is no limit
     * @return this
     */
    public SystemdScopeBuilder memoryMax(DataSize limit) {
        return set(UnitProperty.of("MemoryMax", limit.bytes()));
    }

    /**
     * Limits the number of threads in the whole scope: {@code TasksMax=}, since systemd 227; {@code pids.max}.
     *
     * @param threads at least 1; the default is {@code DefaultTasksMax=} of systemd, usually 15 % of what the kernel allows
     * @return this
     * @throws InvalidValueException if it is less than 1
     */
    public SystemdScopeBuilder tasksMax(long threads) {
        InvalidValueException.inRange("TasksMax", threads, 1, Long.MAX_VALUE, "the scope needs a process");
        return set(UnitProperty.of("TasksMax", threads));
    }

    /**
     * Says how long to wait for systemd.
     *
     * @param limit for each answer; the default is 30 s
     * @return this
     * @throws InvalidValueException if it is not positive
     */
    public SystemdScopeBuilder timeLimit(Duration limit) {
        this.timeLimit = positive("time limit", limit);
        return this;
    }

    /**
     * Says how long processes have to end when the scope is stopped, between SIGTERM and SIGKILL: {@code TimeoutStopSec=}.
     *
     * @param time the default is 10 s
     * @return this
     * @throws InvalidValueException if it is not positive
     */
    public SystemdScopeBuilder stopTime(Duration time) {
        this.stopTime = positive("TimeoutStopSec", time);
        return this;
    }

    private static Duration positive(String what, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new InvalidValueException(what, time, "a time is over 0");
        }
        return time;
    }

    /**
     * Says what closing does.
     *
     * @param what the default is {@link AtClose#STOP}, and {@link AtClose#LEAVE} for a scope that this JVM is in
     * @return this
     */
    public SystemdScopeBuilder atClose(AtClose what) {
        this.atClose = Optional.of(what);
        return this;
    }

    /**
     * Starts the scope, waits until it has been started, and moves its processes into the group {@value Evacuation#LEAF}
     * below it, so that controllers can be enabled.
     *
     * @return the scope
     * @throws IllegalStateException if no process was named
     * @throws CgroupsUnavailableException if systemd does not run this host or cannot be reached, if its hierarchies are not
     *     unified, or if the D-Bus library is not on the class path
     * @throws SystemdException if systemd refuses: the name is taken, a process is not there, the caller may not
     * @throws CgroupTimeoutException if systemd does not answer in time; the scope may come up later
     * @throws CgroupIoException if the processes cannot be moved within the scope; it is there then, with them, because
     *     stopping it would end them
     */
    public SystemdScope start() {
        if (pids.isEmpty()) {
            throw new IllegalStateException("a scope needs a process: process(pid) or thisJvm()");
        }
        systemd.requireRunning();
        requireUnified();
        String controlGroup;
        try (UnitManager connection = systemd.connect(manager, timeLimit)) {
            connection.startAsKnown(name, all());
            controlGroup = connection.controlGroup(name);
        }
        if (controlGroup.isEmpty()) {
            throw new SystemdException(
                    Failure.of("start the unit " + name, "it ended at once, as its processes did"), name, "inactive");
        }
        Cgroups below =
                Cgroups.builder().kernel(systemd.files()).base(controlGroup).build();
        below.base().evacuate();
        AtClose closing = atClose.orElse(pids.contains(systemd.ownPid()) ? AtClose.LEAVE : AtClose.STOP);
        return new SystemdScope(
                systemd, manager, timeLimit.plus(stopTime), closing, name, below, CgroupPath.ofKernel(controlGroup));
    }

    private List<UnitProperty> all() {
        List<UnitProperty> all = new ArrayList<>(properties.values());
        all.add(UnitProperty.of("TimeoutStopUSec", stopTime.toNanos() / 1000));
        all.add(UnitProperty.of("PIDs", pids));
        return all;
    }

    private void requireUnified() {
        HostLayout layout = Cgroups.builder().kernel(systemd.files()).build().layout();
        if (layout.kind() != HostLayout.Kind.UNIFIED) {
            throw new CgroupsUnavailableException(Failure.of(
                    "delegate a scope of systemd",
                    "this needs the unified hierarchy alone, and the host has " + layout.kind()
                            + "; boot it with systemd.unified_cgroup_hierarchy=1"));
        }
    }
}
