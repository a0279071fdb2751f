package io.cgroups.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cgroups.Capabilities;
import io.cgroups.Cgroup;
import io.cgroups.CgroupPath;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.Hierarchy;
import io.cgroups.spi.KernelFiles;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.DeviceNumber;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A kernel to test on: the contract classes know nothing else of it. */
public interface TestHost {

    /** Controllers that need not be enabled come first. */
    Comparator<Controller> UNIFIED_FIRST = Comparator.comparing((Controller controller) -> !controller.isBuiltIntoV2())
            .thenComparing(Comparator.naturalOrder());

    /** The API on this kernel. */
    Cgroups cgroups();

    /** The API on this kernel, where groups are in a named hierarchy as well. */
    Cgroups cgroupsWith(String namedHierarchy);

    /** The gate to this kernel, for what the API does not show. */
    KernelFiles files();

    /** A name no other test and no other run uses. */
    String newName();

    /** Starts a process that does nothing and lives until the clean-up. */
    long startProcess();

    /** An id no process has. */
    long deadPid();

    /** Makes a process use as much CPU as it gets, and lets some seconds pass. */
    void burn(long pid);

    /**
     * Starts a process in a group with the memory controller, and lets it use so much memory.
     *
     * @return whether it lives and does; false when it was killed for want of memory
     */
    boolean startUsing(Cgroup group, DataSize memory);

    /** Lets the members of a group give back the memory they use; they may die of it. */
    void stopUsing(Cgroup group);

    /** Two or more whole disks, to set limits for; a test does no I/O on them. */
    List<DeviceNumber> disks();

    /** A disk whose scheduler is bfq, made for the test where there is none. */
    DeviceNumber bfqDisk();

    /** Lets time pass. */
    void pass(Duration time);

    /** A device for remote direct memory access, where there is one. */
    Optional<String> rdmaDevice();

    /** A resource of the misc controller, where there is one. */
    Optional<String> miscResource();

    /** Leaves a test out where no hierarchy carries a controller; whoever runs the suite decides whether that may be. */
    default void assumeHas(Controller controller) {
        assumeTrue(cgroups().layout().hierarchy(controller).isPresent(), () -> "no hierarchy of " + controller);
    }

    /** Leaves a test out where no v1 hierarchy carries a controller. */
    default void assumeV1(Controller controller) {
        assumeOn(Hierarchy.Version.V1, controller);
    }

    /** Leaves a test out where the v2 hierarchy does not carry a controller. */
    default void assumeV2(Controller controller) {
        assumeOn(Hierarchy.Version.V2, controller);
    }

    private void assumeOn(Hierarchy.Version version, Controller controller) {
        assumeTrue(
                cgroups()
                        .layout()
                        .hierarchy(controller)
                        .filter(hierarchy -> hierarchy.version() == version)
                        .isPresent(),
                () -> "no " + version + " hierarchy of " + controller);
    }

    /** The v2 hierarchy; fails where there is none, for a suite of v2 has nothing to do there. */
    default Hierarchy unified() {
        return cgroups().layout().hierarchies().stream()
                .filter(hierarchy -> hierarchy.version() == Hierarchy.Version.V2)
                .findFirst()
                .orElseThrow();
    }

    /** A new group that is in the v2 hierarchy and in no other. */
    default Cgroup newUnifiedGroup() {
        Controller controller =
                unified().controllers().stream().min(UNIFIED_FIRST).orElseThrow();
        return cgroups().create(newName(), controller);
    }

    /** The directory of a group that is in the v2 hierarchy and in no other. */
    default Path unifiedDir(Cgroup group) {
        return group.files(group.controllers().iterator().next()).directory();
    }

    /** The root of the v2 hierarchy, among others; leaves a test out where this JVM is in a group below it. */
    default Cgroup unifiedRoot() {
        Optional<CgroupPath> own = unified().own();
        assumeTrue(own.filter(CgroupPath::isRoot).isPresent(), () -> "this JVM is in " + own);
        return withUnified().current();
    }

    /** The API on this kernel, where each group is in the v2 hierarchy as well. */
    default Cgroups withUnified() {
        return Cgroups.builder().kernel(files()).unified().build();
    }

    /** The root of the hierarchy of a controller; leaves a test out where this JVM is in a group below it. */
    default Cgroup root(Controller controller) {
        Optional<CgroupPath> own = cgroups().layout().hierarchy(controller).flatMap(Hierarchy::own);
        assumeTrue(own.filter(CgroupPath::isRoot).isPresent(), () -> "this JVM is in " + own);
        return cgroups().current();
    }

    /** The roots of all hierarchies, wherever this JVM is. */
    default Cgroup top() {
        return Cgroups.builder().kernel(files()).base("/").build().base();
    }

    /** Notes what was shown to work here, for the table of what was tested where. */
    void note(Capabilities capabilities);

    /** Kills what was started and removes every group that was made by a name of this host. */
    void cleanUp();
}
