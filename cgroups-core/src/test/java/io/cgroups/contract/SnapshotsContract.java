package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a snapshot costs: every control file is read once, and nothing else is asked of the kernel. */
public abstract class SnapshotsContract {
    private static final Map<Controller, Consumer<Cgroup>> SNAPSHOTS = Map.of(
            Controller.CPU, box -> box.cpu().stats(),
            Controller.CPUACCT, box -> box.cpuacct().stats(),
            Controller.CPUSET, box -> box.cpuset().stats(),
            Controller.MEMORY, box -> box.memory().stats(),
            Controller.BLKIO, box -> box.blkio().stats(),
            Controller.PIDS, box -> box.pids().stats(),
            Controller.HUGETLB, box -> box.hugetlb().stats(),
            Controller.RDMA, box -> box.rdma().stats(),
            Controller.MISC, box -> box.misc().stats());

    /** Their files have names that depend on the machine. */
    private static final Set<Controller> LISTED = EnumSet.of(Controller.BLKIO, Controller.HUGETLB);

    /** A file that is always there is read last, so that nothing needs to be asked about the group. */
    private static final Set<Controller> CERTAIN = EnumSet.of(Controller.CPU, Controller.MEMORY);

    private final TestHost host;
    private CountedFiles files;
    private Cgroups cgroups;

    protected SnapshotsContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void count() {
        files = new CountedFiles(host.files());
        cgroups = Cgroups.builder().kernel(files).build();
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void eachFileIsReadOnceAndAGroupIsAskedAboutOnceAtMost() {
        List<Controller> there = new ArrayList<>(SNAPSHOTS.keySet());
        there.removeIf(controller -> cgroups.layout().hierarchy(controller).isEmpty());
        assertThat(there).isNotEmpty().allSatisfy(this::takeOnce);
    }

    private void takeOnce(Controller controller) {
        List<Controller> needed =
                controller == Controller.CPU ? List.of(controller, Controller.CPUACCT) : List.of(controller);
        Cgroup box = cgroups.create(host.newName(), needed.toArray(new Controller[0]));
        files.forget();
        SNAPSHOTS.get(controller).accept(box);

        assertThat(files.reads()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(files.looks()).hasSizeLessThanOrEqualTo(CERTAIN.contains(controller) ? 0 : 1);
        assertThat(files.looks()).allMatch(box.files(controller).directory()::equals);
        assertThat(files.lists()).hasSizeLessThanOrEqualTo(LISTED.contains(controller) ? 1 : 0);
    }
}
