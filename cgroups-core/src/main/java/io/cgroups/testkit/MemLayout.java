package io.cgroups.testkit;

import io.cgroups.Controller;
import io.cgroups.Hierarchy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which hierarchies an in-memory kernel has, and where they are mounted. */
final class MemLayout {
    private static final Path MOUNTS = Path.of("/sys/fs/cgroup");

    private static final Path NO_PREFIX = Path.of("/dev/cpuset");

    /** The named hierarchy that almost every machine has. */
    private static final String NAMED = "systemd";

    private static final Set<Controller> HYBRID_ON_V2 =
            Set.of(Controller.PIDS, Controller.HUGETLB, Controller.BLKIO, Controller.RDMA, Controller.MISC);
    private static final Set<Controller> CPU = Set.of(Controller.CPU, Controller.CPUACCT);
    private static final Set<Controller> NET = Set.of(Controller.NET_CLS, Controller.NET_PRIO);

    private final InMemoryKernel kernel;
    private final List<MemHierarchy> hierarchies = new ArrayList<>();

    private MemLayout(InMemoryKernel kernel) {
        this.kernel = kernel;
    }

    /** Every controller on a v1 hierarchy of its own, but for those of the network. */
    static List<MemHierarchy> v1(InMemoryKernel kernel) {
        MemLayout layout = new MemLayout(kernel);
        layout.mountV1(V1Files.all(), List.of(NET));
        return layout.hierarchies;
    }

    /** The same with cpuset as old systems and Android mount it. */
    static List<MemHierarchy> v1NoPrefix(InMemoryKernel kernel) {
        MemLayout layout = new MemLayout(kernel);
        Map<Controller, MemController> others = V1Files.all();
        MemController cpuset = Objects.requireNonNull(others.remove(Controller.CPUSET));
        layout.hierarchies.add(new MemHierarchy(
                kernel, V1Core.ofControllers().withoutPrefix(), NO_PREFIX, Map.of(Controller.CPUSET, cpuset)));
        layout.mountV1(others, List.of(NET));
        return layout.hierarchies;
    }

    /** Every controller on the unified hierarchy. */
    static List<MemHierarchy> v2(InMemoryKernel kernel) {
        MemLayout layout = new MemLayout(kernel);
        layout.mountV2(MOUNTS, V2Files.all());
        return layout.hierarchies;
    }

    /** The usual controllers on v1, some of them together, and the others on v2. */
    static List<MemHierarchy> hybrid(InMemoryKernel kernel) {
        MemLayout layout = new MemLayout(kernel);
        Map<Controller, MemController> v1 = V1Files.all();
        v1.keySet().removeAll(HYBRID_ON_V2);
        layout.mountV1(v1, List.of(CPU, NET));
        Map<Controller, MemController> v2 = V2Files.all();
        v2.keySet().retainAll(HYBRID_ON_V2);
        layout.mountV2(MOUNTS.resolve("unified"), v2);
        return layout.hierarchies;
    }

    private void mountV1(Map<Controller, MemController> all, List<Set<Controller>> sharing) {
        Map<Controller, MemController> alone = new EnumMap<>(all);
        for (Set<Controller> together : sharing) {
            Map<Controller, MemController> shared = new EnumMap<>(all);
            shared.keySet().retainAll(together);
            alone.keySet().removeAll(together);
            mountV1(shared);
        }
        alone.forEach((controller, files) -> mountV1(Map.of(controller, files)));
        hierarchies.add(new MemHierarchy(kernel, V1Core.named(NAMED), MOUNTS.resolve(NAMED), Map.of()));
    }

    private void mountV1(Map<Controller, MemController> controllers) {
        String name = new TreeSet<>(controllers.keySet())
                .stream()
                        .map(controller -> controller.kernelName(Hierarchy.Version.V1))
                        .collect(Collectors.joining(","));
        hierarchies.add(new MemHierarchy(kernel, V1Core.ofControllers(), MOUNTS.resolve(name), controllers));
    }

    private void mountV2(Path mountPoint, Map<Controller, MemController> controllers) {
        hierarchies.add(new MemHierarchy(kernel, new V2Core(), mountPoint, controllers));
    }
}
