package io.cgroups.testkit;

import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.devices.DeviceRule;
import io.cgroups.internal.event.SignalLoop;
import io.cgroups.net.ClassId;
import io.cgroups.net.PacketMark;
import io.cgroups.spi.CgroupPrograms;
import io.cgroups.spi.GroupAttributes;
import io.cgroups.spi.GroupEntry;
import io.cgroups.spi.KernelClock;
import io.cgroups.spi.KernelEvents;
import io.cgroups.spi.KernelWatch;
import io.cgroups.unit.DataSize;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A kernel that lives in memory: hierarchies of v1, of v2 or of both below {@code /sys/fs/cgroup} that refuse what the
 * kernel refuses, round what it rounds and keep its counters, for unit tests without root and for machines that are not
 * Linux.
 *
 * <p>The JVM is a process of it, and so is each real live process from the first time its id is written; more are made
 * by {@link #startProcess()}. There are two disks, 8:0 with a partition 8:1 and without a scheduler, and 8:16 with the
 * scheduler bfq. Time stands still but for {@link #advance} and for the waits of the library itself. Events are noticed with
 * each change that is made here, and are told soon after by the thread for that; what real processes do is noticed within
 * 20 ms. Safe for use by many threads.
 */
public final class InMemoryKernel extends MemKernelFiles {
    private final KernelClock clock = new VirtualClock(this);
    private final MemPrograms programs = new MemPrograms(this);
    private final MemAttributes attributes = new MemAttributes(this);
    private final KernelEvents events = new SignalLoop(first -> new MemWaits(this), System::nanoTime);
    private long nanos;

    private InMemoryKernel() {}

    private static InMemoryKernel with(Function<InMemoryKernel, List<MemHierarchy>> layout) {
        InMemoryKernel kernel = new InMemoryKernel();
        kernel.hierarchies().addAll(layout.apply(kernel));
        return kernel;
    }

    /**
     * A kernel with every controller on a v1 hierarchy of its own; only net_cls and net_prio share one, as usual.
     *
     * @return a new kernel, with no groups but the roots
     */
    public static InMemoryKernel v1() {
        return with(MemLayout::v1);
    }

    /**
     * Like {@link #v1()}, but with cpuset mounted as on old systems and on Android: at {@code /dev/cpuset}, with files
     * that are named {@code cpus} and not {@code cpuset.cpus}.
     *
     * @return a new kernel, with no groups but the roots
     */
    public static InMemoryKernel v1NoPrefix() {
        return with(MemLayout::v1NoPrefix);
    }

    /**
     * A kernel with every controller on the unified hierarchy, none of them enabled for children.
     *
     * @return a new kernel, with no groups but the root
     */
    public static InMemoryKernel v2() {
        return with(MemLayout::v2);
    }

    /**
     * A kernel with the usual controllers on v1 hierarchies, some of them sharing one, and those of v2 that are left on a
     * unified hierarchy at {@code /sys/fs/cgroup/unified}: pids, hugetlb, io, rdma and misc.
     *
     * @return a new kernel, with no groups but the roots
     */
    public static InMemoryKernel hybrid() {
        return with(MemLayout::hybrid);
    }

    /**
     * The API on this kernel.
     *
     * @return its control groups
     */
    public Cgroups cgroups() {
        return Cgroups.builder().kernel(this).build();
    }

    /**
     * Starts a process, a child of the JVM, in the root of every hierarchy.
     *
     * @return its process id
     */
    public synchronized long startProcess() {
        long pid = processes().start();
        happened();
        return pid;
    }

    /**
     * Lets a process fork.
     *
     * @param parent the process
     * @return the process id of its child, which is in the groups of the parent
     */
    public synchronized long startChild(long parent) {
        long pid = processes().startChild(parent);
        happened();
        return pid;
    }

    /**
     * Ends a process and gives its id to a new one, a child of the JVM in the groups of the JVM.
     *
     * @param pid the process id
     */
    public synchronized void recycle(long pid) {
        processes().recycle(pid);
        happened();
    }

    /**
     * Starts a thread of a process, in the groups of that process.
     *
     * @param pid the process
     * @return its thread id
     */
    public synchronized long startThread(long pid) {
        return processes().startThread(pid);
    }

    /**
     * Says how many CPUs a process wants from now on; none before.
     *
     * @param pid the process
     * @param cpus for example 2.0 for two busy threads
     */
    public synchronized void demand(long pid, double cpus) {
        processes().demand(pid, cpus);
    }

    /**
     * Lets the members of a group use so much memory from now on, file cache aside; none before.
     *
     * @param directory the group, in the hierarchy of the memory controller, which it has
     * @param size how much
     * @return false when a limit stands in the way: they keep what they had, and the kernel does what it does when memory
     *     runs out
     */
    public synchronized boolean useMemory(Path directory, DataSize size) {
        MemGroup group = group(directory);
        boolean fits = group.find(V1MemoryFiles.State.class)
                .map(state -> state.setUsage(size.bytes()))
                .orElseGet(() -> group.state(V2Memory.class).use(size.bytes()));
        happened();
        return fits;
    }

    /**
     * Lets the freezer wait for a process for ever, as for one in an uninterruptible system call; a signal reaches it.
     *
     * @param pid the process
     */
    public synchronized void makeUnfreezable(long pid) {
        processes().makeUnfreezable(pid);
    }

    /**
     * Takes a process out of sight, as one of a foreign pid namespace: v1 hierarchies leave it out of their lists.
     *
     * @param pid the process
     */
    public synchronized void makeForeign(long pid) {
        processes().makeForeign(pid);
    }

    /**
     * Plugs in a device for remote direct memory access; there is none before.
     *
     * @param name the kernel's name of it, for example {@code mlx5_0}
     */
    public synchronized void addRdmaDevice(String name) {
        files(Controller.RDMA, RdmaFiles.class).ifPresent(files -> files.addDevice(name));
    }

    /**
     * Gives the machine a resource of the misc controller; there is none before.
     *
     * @param name the kernel's name of it, for example {@code sev}
     * @param capacity how much of it the machine has, 1 or more
     */
    public synchronized void addMiscResource(String name, long capacity) {
        files(Controller.MISC, MiscFiles.class).ifPresent(files -> files.addResource(name, capacity));
    }

    private <T> Optional<T> files(Controller controller, Class<T> type) {
        return hierarchy(controller)
                .map(hierarchy -> hierarchy.controllers().get(controller))
                .filter(type::isInstance)
                .map(type::cast);
    }

    /**
     * Lets time pass: members use the CPU time they want and get, and the counters grow.
     *
     * @param time how long
     */
    public synchronized void advance(Duration time) {
        nanos += time.toNanos();
        hierarchies().forEach(hierarchy -> hierarchy.advance(time));
        happened();
    }

    /**
     * Whether a process may open device nodes, or make them: asks the devices controller of v1, and the programs of v2.
     *
     * @param pid the process
     * @param access the devices, and what is to be done with them at once; on v2 a single device
     * @return false where the kernel answers {@code EPERM}
     */
    public synchronized boolean allows(long pid, DeviceRule access) {
        MemThread thread = processes().thread(pid);
        boolean allowedByV1 = hierarchy(Controller.DEVICES)
                .map(devices -> V1DevicesFiles.permits(thread.groupIn(devices), access))
                .orElse(true);
        return allowedByV1 && programs.allow(thread, access);
    }

    /**
     * The class of the packets that a process sends, as a queueing discipline finds it.
     *
     * @param pid the process
     * @return the class, {@link ClassId#NONE} when there is none
     */
    public synchronized ClassId classOf(long pid) {
        MemThread thread = processes().thread(pid);
        return hierarchy(Controller.NET_CLS)
                .map(net -> V1NetClsFiles.classOf(thread.groupIn(net)))
                .orElseGet(() -> programs.send(thread).classId());
    }

    /**
     * The mark of the packets that a process sends.
     *
     * @param pid the process
     * @return the mark, {@link PacketMark#NONE} when there is none
     */
    public synchronized PacketMark markOf(long pid) {
        return programs.send(processes().thread(pid)).mark();
    }

    synchronized long nanoTime() {
        return nanos;
    }

    @Override
    public synchronized KernelWatch watch(Path file) {
        // One that is missing cannot be opened.
        read(file);
        return new MemWatch(this, file, groupOf(file));
    }

    /** Starts a real process, which nothing here limits or stops; it is a member until it ends, and killed like one. */
    @Override
    public synchronized Process start(ProcessBuilder program, GroupEntry entry) throws IOException {
        return processes().start(program, entry);
    }

    @Override
    public KernelClock clock() {
        return clock;
    }

    @Override
    public Optional<CgroupPrograms> programs() {
        return Optional.of(programs);
    }

    @Override
    public Optional<GroupAttributes> attributes() {
        return Optional.of(attributes);
    }

    @Override
    public Optional<KernelEvents> events() {
        return Optional.of(events);
    }
}
