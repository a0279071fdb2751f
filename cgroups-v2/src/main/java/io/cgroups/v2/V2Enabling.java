package io.cgroups.v2;

import io.cgroups.CgroupException;
import io.cgroups.CgroupIoException;
import io.cgroups.Controller;
import io.cgroups.Failure;
import io.cgroups.Hierarchy.Version;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelWrite;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Enables controllers for a group: in {@code cgroup.subtree_control} of each group above it, from the root down, because a
 * group can only pass on what it has. Groups that enable a controller already are left alone, so that a delegated group
 * need not be allowed to write above its own.
 */
final class V2Enabling {
    static final String CONTROLLERS = "cgroup.controllers";
    static final String SUBTREE_CONTROL = "cgroup.subtree_control";

    private static final Set<String> THREADED = Set.of("cpu", "cpuset", "perf_event", "pids");

    private final GroupDir dir;
    private final Set<String> names;
    private final Deque<KernelWrite> inverse = new ArrayDeque<>();

    V2Enabling(GroupDir dir, Set<Controller> controllers) {
        this.dir = dir;
        this.names = controllers.stream()
                .filter(controller -> !controller.isBuiltIntoV2())
                .map(controller -> controller.kernelName(Version.V2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> words(GroupDir dir, String file) {
        Set<String> words = new TreeSet<>(List.of(dir.read(file).split(" ")));
        words.remove("");
        return words;
    }

    /** Returns what takes it back, from the bottom up. */
    List<KernelWrite> enable() {
        if (names.isEmpty() || words(dir, CONTROLLERS).containsAll(names)) {
            return List.of();
        }
        try {
            above(dir).forEach(this::enableIn);
            requireAll();
            return List.copyOf(inverse);
        } catch (CgroupException e) {
            takeBack(e);
            throw e;
        }
    }

    /** What a group above enables does not reach a threaded group when it cannot tell threads apart. */
    private void requireAll() {
        names.stream()
                .flatMap(name -> Controller.of(name, Version.V2).stream())
                .flatMap(controller -> V2Unavailable.why(dir, controller).stream())
                .findFirst()
                .ifPresent(unavailable -> {
                    throw unavailable;
                });
    }

    /** The groups above, the root first. */
    static List<GroupDir> above(GroupDir dir) {
        Deque<GroupDir> above = new ArrayDeque<>();
        dir.parent().ifPresent(parent -> {
            above.addAll(above(parent));
            above.add(parent);
        });
        return List.copyOf(above);
    }

    private void enableIn(GroupDir group) {
        Set<String> missing = new TreeSet<>(names);
        missing.removeAll(words(group, SUBTREE_CONTROL));
        if (missing.isEmpty()) {
            return;
        }
        try {
            write(group, missing);
        } catch (CgroupIoException all) {
            // The kernel takes all or none of them and does not say which was the wrong one.
            missing.forEach(name -> enableAlone(group, name));
        }
    }

    private void enableAlone(GroupDir group, String name) {
        try {
            write(group, List.of(name));
        } catch (CgroupIoException e) {
            throw V2EnablingRefusal.explain(group, dir, name, e);
        }
    }

    /**
     * Writes it. A group with processes would become the domain of threaded groups without a word if all of the controllers
     * can tell threads apart, and then no group below it takes a process.
     */
    private void write(GroupDir group, Collection<String> missing) {
        if (THREADED.containsAll(missing) && !V2Threads.isThreaded(dir)) {
            V2Processes.inTheWay(group, V2Processes.EVACUATE).ifPresent(obstacle -> {
                throw CgroupIoException.busy(Failure.of("write", obstacle.toString())
                        .at(group.file(SUBTREE_CONTROL))
                        .withData(signed("+", missing)));
            });
        }
        group.write(SUBTREE_CONTROL, signed("+", missing));
        inverse.push(disabling(group, signed("-", missing)));
    }

    /** A group beside the one it was for may rely on the controller by now, and would lose its limits without a word. */
    private KernelWrite disabling(GroupDir group, String text) {
        return KernelWrite.by(
                group,
                SUBTREE_CONTROL,
                text,
                () -> {
                    if (group.children().stream().allMatch(child -> dir.path().startsWith(child.path()))) {
                        group.write(SUBTREE_CONTROL, text);
                    }
                },
                List::of);
    }

    private static String signed(String sign, Collection<String> names) {
        return names.stream().map(name -> sign + name).collect(Collectors.joining(" "));
    }

    private void takeBack(CgroupException refusal) {
        for (KernelWrite write : inverse) {
            try {
                write.execute();
            } catch (CgroupException e) {
                refusal.addSuppressed(e);
            }
        }
    }

    /** Remembers what a group enables for its children; what came on top is disabled by running the result. */
    static Runnable remember(GroupDir group) {
        Set<String> before = words(group, SUBTREE_CONTROL);
        return () -> {
            List<String> since = new ArrayList<>(words(group, SUBTREE_CONTROL));
            since.removeAll(before);
            if (!since.isEmpty()) {
                group.write(SUBTREE_CONTROL, signed("-", since));
            }
        };
    }
}
