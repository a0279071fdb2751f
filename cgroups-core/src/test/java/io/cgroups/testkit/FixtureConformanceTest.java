package io.cgroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Controller;
import io.cgroups.fixture.Fixture;
import io.cgroups.fixture.Fixture.ControlFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A fresh group of the in-memory kernel has the files of a fresh group of a booted 6.1, with the same content, but for what
 * {@link Deviations} lists.
 */
class FixtureConformanceTest {
    private static final Path MOUNTS = Path.of("/sys/fs/cgroup");

    private static final String NEW = "probe";
    private static final String ROOT = "-root";
    private static final String BARE = "-bare";

    /** The v1 hierarchies that controllers shared when they were recorded. */
    private static final List<String> SHARED = List.of("cpu,cpuacct", "net_cls,net_prio");

    /** The recorded groups: hierarchies of the v1 kernel, alone and with -root, and the unified one of two kernels. */
    static Set<String> groups() {
        Set<String> groups = new TreeSet<>(Set.of("v1/systemd", "v1/systemd-root"));
        InMemoryKernel kernel = InMemoryKernel.v1();
        for (Controller controller : V1Files.all().keySet()) {
            Path mountPoint = kernel.hierarchy(controller).orElseThrow().mountPoint();
            groups.add("v1/" + mountPoint.getFileName());
            groups.add("v1/" + mountPoint.getFileName() + ROOT);
        }
        for (String machine : List.of("v2", "hybrid")) {
            groups.addAll(List.of(machine + "/unified", machine + "/unified" + BARE, machine + "/unified" + ROOT));
        }
        return groups;
    }

    @ParameterizedTest
    @MethodSource("groups")
    void aGroupHasTheRecordedFilesWithTheRecordedContent(String where) {
        Map<String, String> found = differences(where);
        found.keySet().removeAll(Deviations.listed(where, found.keySet()));
        assertThat(found).as(where).isEmpty();
    }

    @Test
    void whatIsListedAsDifferentIsDifferent() {
        Set<String> differing = new TreeSet<>();
        groups().forEach(where -> differences(where).keySet().forEach(file -> differing.add(where + " " + file)));
        assertThat(Deviations.needless(differing)).isEmpty();
    }

    private static Map<String, String> differences(String where) {
        String machine = where.substring(0, where.indexOf('/'));
        String name = where.substring(where.indexOf('/') + 1);
        return machine.equals("v1") ? v1(name) : unified(machine, name);
    }

    private static Map<String, String> v1(String name) {
        InMemoryKernel kernel = InMemoryKernel.v1();
        String hierarchy = name.replace(ROOT, "");
        Path group = MOUNTS.resolve(hierarchy);
        if (!name.endsWith(ROOT)) {
            group = group.resolve(NEW);
            kernel.createDirectory(group);
        }
        return new GroupDifferences(kernel, group, recorded(hierarchy, name.endsWith(ROOT) ? ROOT : "")).find();
    }

    /** The recorded files without those of controllers that are on a hierarchy of their own here. */
    private static Map<String, ControlFile> recorded(String hierarchy, String suffix) {
        List<String> here = List.of(hierarchy.split(",", -1));
        String recorded = SHARED.stream()
                .filter(shared -> List.of(shared.split(",", -1)).containsAll(here))
                .findFirst()
                .orElse(hierarchy);
        Map<String, ControlFile> files = new LinkedHashMap<>(new Fixture("v1").group(recorded + suffix));
        for (String other : recorded.split(",", -1)) {
            files.keySet().removeIf(file -> !here.contains(other) && file.startsWith(other + "."));
        }
        return files;
    }

    private static Map<String, String> unified(String machine, String name) {
        boolean hybrid = machine.equals("hybrid");
        InMemoryKernel kernel = hybrid ? InMemoryKernel.hybrid() : InMemoryKernel.v2();
        Path root = hybrid ? MOUNTS.resolve("unified") : MOUNTS;
        Path group = name.endsWith(ROOT) ? root : root.resolve(NEW);
        if (!name.endsWith(ROOT)) {
            kernel.createDirectory(group);
        }
        if (!name.endsWith(ROOT) && !name.endsWith(BARE)) {
            for (String controller :
                    kernel.read(root.resolve("cgroup.controllers")).split(" ", -1)) {
                kernel.write(root.resolve("cgroup.subtree_control"), "+" + controller);
            }
        }
        return new GroupDifferences(kernel, group, new Fixture(machine).group(name)).find();
    }
}
