package io.cgroups.internal.route;

import io.cgroups.Capabilities;
import io.cgroups.Cgroup;
import io.cgroups.CgroupIoException;
import io.cgroups.CgroupPath;
import io.cgroups.CgroupSpec;
import io.cgroups.Controller;
import io.cgroups.ControllerUnavailableException;
import io.cgroups.Errno;
import io.cgroups.Evacuation;
import io.cgroups.Failure;
import io.cgroups.Hierarchy;
import io.cgroups.RawFiles;
import io.cgroups.SelfMove;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.HierarchyDriver;
import io.cgroups.spi.KernelFiles;
import io.cgroups.spi.KernelWrite;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One logical group over the hierarchies that carry its controllers. */
public final class RoutedCgroup extends RoutedLifetime {
    private final CgroupPath path;
    private final boolean isOwn;

    private RoutedCgroup(Host host, CgroupPath path, List<GroupDir> dirs) {
        this(host, path, dirs, false);
    }

    private RoutedCgroup(Host host, CgroupPath path, List<GroupDir> dirs, boolean isOwn) {
        super(host, dirs);
        this.path = path;
        this.isOwn = isOwn;
    }

    /** Makes or adopts a group; see {@link Cgroup#create}. */
    public static Cgroup create(Host host, CgroupPath path, Set<Controller> controllers) {
        return create(host, path, controllers, new NotOwned(host));
    }

    /** The same with an owner. */
    static Cgroup create(Host host, CgroupPath path, Set<Controller> controllers, Ownership ownership) {
        List<GroupDir> dirs = Creation.dirsToMake(host, path, controllers);
        return new RoutedCgroup(host, path, new Creation(host, controllers, false, ownership).create(dirs));
    }

    /** Makes or adopts a group with this JVM in it; see {@link io.cgroups.Cgroups#moveSelf}. */
    public static SelfMove moveSelf(Host host, CgroupPath path, Set<Controller> controllers) {
        Creation creation = new Creation(host, Set.of(), false);
        List<GroupDir> dirs = creation.create(Creation.dirsToMake(host, path, controllers));
        JvmMove move;
        try {
            RoutedCgroup group = new RoutedCgroup(host, path, dirs);
            group.refuseFrozen("JVM");
            move = JvmMove.into(host, group, dirs, creation.made());
        } catch (RuntimeException e) {
            creation.undo(e);
            throw e;
        }
        return move.enabling(controllers);
    }

    /** Opens a group; see {@link Cgroup#open}. */
    public static Cgroup open(Host host, CgroupPath path) {
        List<GroupDir> all = Creation.dirs(host, path, Creation.hierarchies(host, Set.of()));
        List<GroupDir> there =
                all.stream().filter(dir -> host.files().exists(dir.path())).toList();
        if (there.isEmpty()) {
            Failure failure = Failure.of("open", all.get(0).path(), Errno.ENOENT);
            throw CgroupIoException.of(
                    failure.withHint("no hierarchy has a group of this name; Cgroup.create makes it"), null);
        }
        return new RoutedCgroup(host, path, there);
    }

    /** The caller's own group; see {@link Cgroup#current}. */
    public static Cgroup current(Host host) {
        List<GroupDir> own = OwnGroup.dirs(host);
        return new RoutedCgroup(host, OwnGroup.path(own.get(0)), own, true);
    }

    /** A group for threads of this JVM; see {@link io.cgroups.Cgroups#threadGroup}. */
    public static Cgroup forThreads(Host host, CgroupPath name, Set<Controller> controllers) {
        List<GroupDir> own = OwnDomain.dirs(host, Creation.hierarchies(host, controllers));
        GroupDir first = own.get(0);
        CgroupPath path =
                CgroupPath.ofKernel("/" + first.hierarchy().mountPoint().relativize(first.path()));
        return new RoutedCgroup(host, path, own).below(name, own, new Creation(host, controllers, true));
    }

    /** The gate that this group is seen through. */
    public KernelFiles gate() {
        return host.files();
    }

    /**
     * The same group seen through another gate. That of the caller, which each hierarchy can have elsewhere, becomes one that
     * has the same path everywhere, and is only in the hierarchies that have it there.
     */
    public RoutedCgroup through(KernelFiles gate) {
        List<GroupDir> seen = (isOwn ? OwnGroup.inOnePlace(dirs) : dirs)
                .stream()
                        .map(dir -> new GroupDir(gate, dir.hierarchy(), dir.path()))
                        .toList();
        return new RoutedCgroup(host.through(gate), isOwn ? OwnGroup.path(seen.get(0)) : path, seen);
    }

    /** Whether it is there in each of its hierarchies. */
    public boolean isThere() {
        return dirs.stream().allMatch(dir -> host.files().exists(dir.path()));
    }

    @Override
    public CgroupPath path() {
        return path;
    }

    @Override
    public Set<Controller> controllers() {
        EnumSet<Controller> all = EnumSet.noneOf(Controller.class);
        dirs.forEach(dir -> all.addAll(dir.hierarchy().controllers()));
        return Collections.unmodifiableSet(all);
    }

    @Override
    public Optional<GroupDir> dir(Controller controller) {
        return dirs.stream().filter(dir -> dir.hierarchy().has(controller)).findFirst();
    }

    @Override
    public Optional<GroupDir> unified() {
        return dirs.stream()
                .filter(dir -> dir.hierarchy().version() == Hierarchy.Version.V2)
                .findFirst();
    }

    @Override
    public Optional<ControllerUnavailableException> whyUnavailable(Controller controller) {
        return dir(controller).flatMap(dir -> host.driver(dir.hierarchy()).whyUnavailable(dir, controller));
    }

    @Override
    public Capabilities capabilities() {
        dirs.forEach(dir -> dir.requireThere("look at"));
        return new CapabilityCheck(host, this, dirs).all();
    }

    @Override
    public RawFiles files(Controller controller) {
        return RawFiles.of(require(controller));
    }

    @Override
    GroupDir require(Controller controller) {
        return dir(controller).orElseThrow(() -> unavailable(controller));
    }

    private ControllerUnavailableException unavailable(Controller controller) {
        String why = host.layout()
                .hierarchy(controller)
                .map(h -> NotInGroup.why(host, h, "name the controller when it is created"))
                .orElseGet(() -> host.layout().whyMissing(controller));
        Failure failure = Failure.of("use the " + controller + " controller", why + "; the group has " + controllers());
        return new ControllerUnavailableException(
                controller, controllers(), failure.at(dirs.get(0).path()));
    }

    @Override
    <F> F facet(Controller controller, Class<F> type) {
        HierarchyDriver driver = host.driver(require(controller).hierarchy());
        return driver.facet(type, this).orElseThrow(() -> unavailable(controller));
    }

    @Override
    <F> F unifiedFacet(Class<F> type) {
        return unified()
                .flatMap(dir -> host.driver(dir.hierarchy()).facet(type, this))
                .orElseThrow(() -> NotUnified.exception(host.layout(), type, dirs.get(0)));
    }

    @Override
    public List<KernelWrite> plan(CgroupSpec spec) {
        return spec.planFor(this);
    }

    @Override
    public Cgroup update(CgroupSpec spec) {
        execute(() -> plan(spec));
        return this;
    }

    @Override
    public void execute(Supplier<List<KernelWrite>> plan) {
        Enabling.onDemand(host, dirs, plan);
    }

    @Override
    public List<Cgroup> children() {
        TreeSet<String> names = new TreeSet<>();
        dirs.forEach(dir -> names.addAll(host.files().directories(dir.path())));
        return names.stream().<Cgroup>map(this::existingChild).toList();
    }

    private RoutedCgroup existingChild(String name) {
        List<GroupDir> there = dirs.stream()
                .map(dir -> dir.child(name))
                .filter(dir -> host.files().exists(dir.path()))
                .toList();
        return new RoutedCgroup(host, path.resolve(CgroupPath.ofKernel("/" + name)), there);
    }

    @Override
    public Cgroup child(String name) {
        return below(CgroupPath.of(name), dirs, new Creation(host, Set.of(), false));
    }

    @Override
    public Cgroup child(String name, Controller... controllers) {
        Set<Controller> wanted = Set.copyOf(Arrays.asList(controllers));
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException("no controller is named; child(name) takes those of this group");
        }
        return below(CgroupPath.of(name), dirs(wanted), new Creation(host, wanted, false));
    }

    @Override
    public Cgroup threadedChild(String name, Controller... controllers) {
        Set<Controller> wanted = Set.copyOf(Arrays.asList(controllers));
        List<GroupDir> parents = wanted.isEmpty() ? dirs : dirs(wanted);
        return below(CgroupPath.of(name), parents, new Creation(host, wanted, true));
    }

    private List<GroupDir> dirs(Set<Controller> controllers) {
        Set<GroupDir> wanted = controllers.stream().map(this::require).collect(Collectors.toSet());
        return dirs.stream().filter(wanted::contains).toList();
    }

    private Cgroup below(CgroupPath below, List<GroupDir> parents, Creation creation) {
        // A group that is gone is not made again on the way: its limits would be gone without a word.
        parents.forEach(parent -> parent.requireThere("create a group below"));
        List<GroupDir> all = parents.stream()
                .map(dir -> new GroupDir(host.files(), dir.hierarchy(), below.under(dir.path())))
                .toList();
        return new RoutedCgroup(host, path.resolve(below), creation.create(all));
    }

    @Override
    public Cgroup enable(Controller... controllers) {
        Set<Controller> wanted = Set.copyOf(Arrays.asList(controllers));
        List<GroupDir> concerned = dirs(wanted);
        concerned.forEach(dir -> dir.requireThere("enable controllers of"));
        Enabling enabling = new Enabling(host);
        try {
            concerned.forEach(dir -> enabling.enable(dir, wanted));
        } catch (RuntimeException e) {
            enabling.takeBack(e);
            throw e;
        }
        return this;
    }

    @Override
    public Evacuation evacuate() {
        return LeafEvacuation.of(
                host, dirs, leaves -> new RoutedCgroup(host, path.resolve(CgroupPath.of(Evacuation.LEAF)), leaves));
    }

    /** Returns the name and the directories. */
    @Override
    public String toString() {
        return path + " " + dirs;
    }
}
