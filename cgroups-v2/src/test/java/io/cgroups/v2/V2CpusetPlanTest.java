package io.cgroups.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupFormatException;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.ValueRejectedException;
import io.cgroups.cpuset.CpusetPartition;
import io.cgroups.cpuset.CpusetPartition.Kind;
import io.cgroups.cpuset.CpusetSpec;
import io.cgroups.cpuset.IdSet;
import io.cgroups.spi.KernelWrite;
import io.cgroups.testkit.InMemoryKernel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of writes to cpuset files of v2, and what their texts mean. */
class V2CpusetPlanTest {
    private static final IdSet FIRST = IdSet.of(0);
    private static final Path FILE = Path.of("/sys/fs/cgroup/box/cpuset.cpus.partition");

    private final Cgroup box = InMemoryKernel.v2().cgroups().create("box", Controller.CPUSET);

    private static List<String> plan(Cgroup group, CpusetSpec.Builder spec) {
        return lines(group.cpuset().plan(spec.build()));
    }

    private static List<String> lines(List<KernelWrite> writes) {
        return writes.stream()
                .map(write -> write.file().substring("cpuset.".length()) + " " + write.text())
                .toList();
    }

    private static CpusetSpec.Builder spec() {
        return CpusetSpec.builder();
    }

    @Test
    void nothingIsWrittenForWhatIsNotMentioned() {
        assertThat(plan(box, spec())).isEmpty();
    }

    @Test
    void aPartitionIsMadeAfterItsCpusAndGivenUpBefore() {
        assertThat(plan(
                        box,
                        spec().partition(CpusetPartition.root()).mems(FIRST).cpus(FIRST)))
                .containsExactly("cpus 0", "mems 0", "cpus.partition root");
        box.cpus(FIRST).cpuset().partition(CpusetPartition.root());
        assertThat(plan(box, spec().partition(CpusetPartition.member()).cpus(IdSet.empty())))
                .containsExactly("cpus.partition member", "cpus \n");
        assertThat(plan(box, spec().partition(CpusetPartition.isolated()).cpus(IdSet.of(1))))
                .containsExactly("cpus.partition member", "cpus 1", "cpus.partition isolated");
        assertThat(plan(box, spec().partition(CpusetPartition.isolated()))).containsExactly("cpus.partition isolated");
        assertThat(plan(box, spec().partition(CpusetPartition.root()))).isEmpty();
    }

    @Test
    void anInvalidPartitionIsGivenUpAndMadeAnew() {
        box.files(Controller.CPUSET).write("cpuset.cpus.partition", "isolated");
        assertThat(box.cpuset().partition().valid()).isFalse();
        assertThat(plan(box, spec().partition(CpusetPartition.isolated())))
                .containsExactly("cpus.partition member", "cpus.partition isolated");
        assertThat(plan(box, spec().cpus(FIRST))).containsExactly("cpus 0");
    }

    @Test
    void theCpusOfAPartitionAreTakenBackWithIt() {
        box.cpus(FIRST).cpuset().partition(CpusetPartition.isolated());
        KernelWrite write = box.cpuset().plan(spec().cpus(IdSet.of(1)).build()).get(0);
        assertThat(lines(write.inverse()))
                .containsExactly("cpus.partition member", "cpus 0", "cpus.partition isolated");
    }

    @Test
    void exclusiveCpusAreWrittenAfterTheOthersAndThoseWhoHaveThemAreNamed() {
        NewerKernel kernel = new NewerKernel(Map.of("cpuset.cpus.exclusive", ""));
        Cgroup left = kernel.create("left");
        Cgroup right = kernel.create("right");
        left.cpuset().exclusiveCpus(FIRST);
        assertThat(left.cpuset().exclusiveCpus()).isEqualTo(FIRST);
        assertThat(plan(right, spec().exclusiveCpus(FIRST).cpus(FIRST).partition(CpusetPartition.root())))
                .containsExactly("cpus 0", "cpus.exclusive 0", "cpus.partition root");
        assertThat(plan(left, spec().exclusiveCpus(IdSet.empty()))).containsExactly("cpus.exclusive \n");
        kernel.refuse(Errno.EINVAL);
        assertThatThrownBy(() -> right.cpuset().exclusiveCpus(IdSet.of(0, 1)))
                .isInstanceOf(ValueRejectedException.class)
                .hasMessageContaining("to itself: left has 0");
    }

    @Test
    void aPartitionThatAnOldKernelRefusesIsExplained() {
        NewerKernel kernel = new NewerKernel(Map.of("cpuset.cpus.partition", "member"));
        kernel.refuse(Errno.EINVAL);
        Cgroup old = kernel.create("box");
        assertThatThrownBy(() -> old.cpuset().partition(CpusetPartition.isolated()))
                .isInstanceOf(ValueRejectedException.class)
                .hasMessageContaining("Linux 6.1");
    }

    @Test
    void everyTextOfThePartitionFileIsUnderstood() {
        assertThat(V2CpusetPartition.parse(FILE, "member")).isEqualTo(CpusetPartition.member());
        assertThat(V2CpusetPartition.parse(FILE, "isolated")).isEqualTo(CpusetPartition.isolated());
        assertThat(V2CpusetPartition.parse(FILE, "root invalid"))
                .isEqualTo(new CpusetPartition(Kind.ROOT, false, Optional.empty()));
        assertThat(V2CpusetPartition.parse(FILE, "isolated invalid (why (not))").reason())
                .contains("why (not)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "roots", "member invalid", "root (why)", "root invalid why", "Root"})
    void otherTextsAreNot(String text) {
        assertThatThrownBy(() -> V2CpusetPartition.parse(FILE, text))
                .isInstanceOf(CgroupFormatException.class)
                .hasMessageContaining("cpuset.cpus.partition");
    }
}
