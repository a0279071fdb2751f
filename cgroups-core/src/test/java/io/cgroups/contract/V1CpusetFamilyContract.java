package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cgroups.Cgroup;
import io.cgroups.CgroupBusyException;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.RawFiles;
import io.cgroups.ValueRejectedException;
import io.cgroups.cpuset.CpusetSpec;
import io.cgroups.cpuset.IdSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a cpuset of v1 gets from the groups above, and what those beside and below allow it. */
public abstract class V1CpusetFamilyContract {
    private final TestHost host;
    private String name;
    private Cgroup box;
    private IdSet first;
    private IdSet second;
    private IdSet both;

    protected V1CpusetFamilyContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeV1(Controller.CPUSET);
        name = host.newName();
        box = host.cgroups().create(name, Controller.CPUSET);
        int[] cpus = box.cpuset().cpus().stream().limit(2).toArray();
        assumeTrue(cpus.length == 2, "one CPU only");
        first = IdSet.of(cpus[0]);
        second = IdSet.of(cpus[1]);
        both = IdSet.of(cpus);
        box.cpus(both);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    /** Makes a group with empty sets, as another program would. */
    private void makeBare(String path) {
        host.cgroups().create(name + "/" + path, Controller.CPUSET).cpus("").mems("");
    }

    @Test
    void aGroupHasOnlyWhatTheOneAboveHas() {
        Cgroup inner = box.cpus(first).child("inner");
        assertThatThrownBy(() -> inner.cpus(both)).isInstanceOfSatisfying(ValueRejectedException.class, e -> {
            assertThat(e.errno()).contains(Errno.EACCES);
            assertThat(e.hint()).contains("the group above has " + first + " and not " + second);
        });
    }

    @Test
    void anExclusiveGroupNeedsAnExclusiveGroupAbove() {
        Cgroup inner = box.child("inner");
        assertThatThrownBy(() -> inner.cpuset().cpuExclusive(true))
                .isInstanceOf(ValueRejectedException.class)
                .hasMessageContaining("the group above is not exclusive");
        assertThatThrownBy(() -> inner.cpuset().memExclusive(true))
                .isInstanceOf(ValueRejectedException.class)
                .hasMessageContaining("cpuset.mem_exclusive");

        box.cpuset().cpuExclusive(true);
        inner.cpuset().cpuExclusive(true);
        assertThatThrownBy(() -> box.cpuset().cpuExclusive(false))
                .isInstanceOf(CgroupBusyException.class)
                .hasMessageContaining("groups below are exclusive: inner");
        inner.cpuset().cpuExclusive(false);
        box.cpuset().cpuExclusive(false);
    }

    @Test
    void anExclusiveGroupSharesNothingWithThoseBeside() {
        box.cpuset().cpuExclusive(true);
        Cgroup left = box.child("left");
        Cgroup right = box.child("right").cpus(first);
        assertThatThrownBy(() -> left.cpuset().cpuExclusive(true))
                .isInstanceOf(ValueRejectedException.class)
                .hasMessageContaining("right has " + first + " too");

        left.cpuset().apply(CpusetSpec.builder().cpuExclusive(true).cpus(second).build());
        assertThatThrownBy(() -> right.cpus(both)).isInstanceOfSatisfying(ValueRejectedException.class, e -> {
            assertThat(e.errno()).contains(Errno.EINVAL);
            assertThat(e.hint()).contains("left has " + second + " to itself");
        });
        assertThatThrownBy(() -> left.cpus(both))
                .isInstanceOf(ValueRejectedException.class)
                .hasMessageContaining("right has " + first)
                .hasMessageContaining("this group is exclusive");
        assertThat(left.cpuset().cpus()).isEqualTo(second);
        assertThat(right.cpuset().cpus()).isEqualTo(first);
    }

    @Test
    void anExclusiveGroupGrowsAndShrinksInOneSpecification() {
        box.cpuset().cpuExclusive(true);
        Cgroup left = box.child("left");
        Cgroup right = box.child("right").cpus(second);
        left.cpuset().apply(CpusetSpec.builder().cpus(first).cpuExclusive(true).build());
        left.cpuset().apply(CpusetSpec.builder().cpus(both).cpuExclusive(false).build());
        assertThat(left.cpuset().cpus()).isEqualTo(both);
        right.cpus(first);
        left.cpuset().apply(CpusetSpec.builder().cpus(second).cpuExclusive(true).build());
        assertThat(left.cpuset().cpus()).isEqualTo(second);
        assertThat(left.cpuset().cpuExclusive()).isTrue();
    }

    @Test
    void aNewGroupGetsWhatExclusiveGroupsBesideItLeave() {
        box.cpuset().cpuExclusive(true);
        box.child("left").cpus(first).cpuset().cpuExclusive(true);

        assertThat(box.child("right").cpuset().cpus()).isEqualTo(second);
        box.child("right").cpuset().cpuExclusive(true);
        assertThatThrownBy(() -> box.child("late"))
                .isInstanceOf(ValueRejectedException.class)
                .hasMessageContaining("exclusive groups beside it have all of " + both);
        assertThat(box.children()).hasSize(2);
    }

    @Test
    void groupsOnTheWayGetTheSetsFirstSoThatAMemberCanJoin() {
        box.cpus(first);
        Cgroup inner = box.child("a/b/c").attach(host.startProcess());
        assertThat(inner.cpuset().cpus()).isEqualTo(first);
        assertThat(inner.processes()).hasSize(1);
    }

    @Test
    void anEmptyGroupThatIsAdoptedIsFilledWithThoseAboveIt() {
        makeBare("a/b");
        host.cgroups().open(name + "/a").cpus("").mems("");

        Cgroup inner = host.cgroups().create(name + "/a/b", Controller.CPUSET);
        assertThat(inner.cpuset().cpus()).isEqualTo(both);
        assertThat(host.cgroups().open(name + "/a").cpuset().cpus()).isEqualTo(both);
        inner.attach(host.startProcess());
    }

    @Test
    void aNewGroupBelowAnEmptyOneFillsThatToo() {
        makeBare("a");
        assertThat(box.child("a/b").cpuset().cpus()).isEqualTo(both);
        assertThat(box.child("a").cpuset().cpus()).isEqualTo(both);
    }

    @Test
    void adoptingLeavesWhatIsThereAndOpeningLeavesEverything() {
        makeBare("bare");
        assertThat(host.cgroups().open(name + "/bare").cpuset().cpus()).isEqualTo(IdSet.empty());

        box.child("half").cpus(second).mems("");
        Cgroup half = box.child("half");
        assertThat(half.cpuset().cpus()).isEqualTo(second);
        assertThat(half.cpuset().mems()).isEqualTo(box.cpuset().mems());
    }

    @Test
    void whatTheKernelCopiesItselfIsLeftAlone() {
        RawFiles files = box.files(Controller.CPUSET);
        files.write("cgroup.clone_children", "1");
        box.cpus(first);
        assertThat(box.child("copy").cpuset().cpus()).isEqualTo(first);
        assertThat(box.child("copy").files(Controller.CPUSET).read("cgroup.clone_children"))
                .isEqualTo("1");
    }
}
