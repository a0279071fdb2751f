package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.InvalidValueException;
import io.cgroups.RawFiles;
import io.cgroups.ValueRejectedException;
import io.cgroups.cpuset.CpusetPartition;
import io.cgroups.cpuset.CpusetPartition.Kind;
import io.cgroups.cpuset.CpusetSpec;
import io.cgroups.cpuset.IdSet;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Partitions of v2: groups that have CPUs to themselves, or are told that they cannot. */
public abstract class V2CpusetPartitionContract {
    private static final String FILE = "cpuset.cpus.partition";

    private final TestHost host;
    private Cgroup box;
    private Cgroup beside;
    private IdSet cpus;
    private IdSet first;
    private IdSet rest;

    protected V2CpusetPartitionContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroups() {
        host.assumeV2(Controller.CPUSET);
        box = host.cgroups().create(host.newName(), Controller.CPUSET);
        beside = host.cgroups().create(host.newName(), Controller.CPUSET);
        cpus = box.cpuset().effectiveCpus();
        assumeTrue(cpus.size() > 1, "one CPU only");
        first = IdSet.of(cpus.iterator().next());
        rest = cpus.minus(first);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    private RawFiles files() {
        return box.files(Controller.CPUSET);
    }

    @Test
    void aPartitionTakesItsCpusFromAllOthersAndGivesThemBack() {
        assertThat(box.cpuset().partition()).isEqualTo(CpusetPartition.member());
        for (CpusetPartition partition : new CpusetPartition[] {CpusetPartition.root(), CpusetPartition.isolated()}) {
            box.cpus(first).cpuset().partition(partition);
            assertThat(box.cpuset().partition()).isEqualTo(partition);
            assertThat(files().read(FILE)).isEqualTo(partition.kind().text());
            assertThat(box.cpuset().effectiveCpus()).isEqualTo(first);
            assertThat(beside.cpuset().effectiveCpus()).isEqualTo(rest);

            box.cpuset().partition(CpusetPartition.member());
            assertThat(box.cpuset().partition()).isEqualTo(CpusetPartition.member());
            assertThat(beside.cpuset().effectiveCpus()).isEqualTo(cpus);
        }
    }

    @Test
    void whatCannotBeAPartitionIsRefusedWithTheKernelsReasonAndStaysWhatItWas() {
        beside.cpus(first);
        CpusetSpec spec = CpusetSpec.builder()
                .cpus(first)
                .partition(CpusetPartition.root())
                .build();
        assertThatThrownBy(() -> box.cpuset().apply(spec)).isInstanceOfSatisfying(ValueRejectedException.class, e -> {
            assertThat(e.path()).contains(files().directory().resolve(FILE));
            assertThat(e.data()).contains("root");
            assertThat(e.errno()).isEmpty();
            assertThat(e.hint())
                    .contains("root invalid (")
                    .contains("not exclusive")
                    .contains("no group beside it");
            assertThat(e.getSuppressed()).isEmpty();
        });
        assertThat(box.cpuset().partition()).isEqualTo(CpusetPartition.member());
        assertThat(box.cpuset().cpus()).isEqualTo(IdSet.empty());
    }

    @Test
    void aPartitionNeedsOneAboveIt() {
        Cgroup inner = box.cpus(first).child("inner").cpus(first);
        assertThatThrownBy(() -> inner.cpuset().partition(CpusetPartition.root()))
                .isInstanceOf(ValueRejectedException.class)
                .hasMessageContaining("Parent is not a partition root");
        box.cpuset().partition(CpusetPartition.root());
        inner.cpuset().partition(CpusetPartition.isolated());
        assertThat(inner.cpuset().partition()).isEqualTo(CpusetPartition.isolated());
    }

    @Test
    void anInvalidPartitionTellsWhyAndIsMadeAnew() {
        beside.cpus(first);
        box.cpus(first);
        files().write(FILE, "root");
        CpusetPartition invalid = box.cpuset().partition();
        assertThat(invalid.kind()).isEqualTo(Kind.ROOT);
        assertThat(invalid.valid()).isFalse();
        assertThat(invalid.reason()).hasValueSatisfying(why -> assertThat(why).contains("not exclusive"));
        assertThat(invalid).hasToString(files().read(FILE));

        // The kernel leaves it invalid, also when the same word is written again.
        beside.cpus(rest);
        files().write(FILE, "root");
        assertThat(box.cpuset().partition().valid()).isFalse();
        box.cpuset().partition(CpusetPartition.root());
        assertThat(box.cpuset().partition()).isEqualTo(CpusetPartition.root());
    }

    @Test
    void aChangeThatWouldMakeAPartitionInvalidIsRefusedAndTheOldOneStays() {
        beside.cpus(rest);
        box.cpus(first).cpuset().partition(CpusetPartition.root());
        assertThatThrownBy(() -> box.cpus(cpus))
                .isInstanceOf(ValueRejectedException.class)
                .hasMessageContaining("root invalid");
        assertThat(box.cpuset().cpus()).isEqualTo(first);
        assertThat(box.cpuset().partition()).isEqualTo(CpusetPartition.root());
        assertThat(beside.cpuset().effectiveCpus()).isEqualTo(rest);
    }

    @Test
    void theCpusOfAPartitionChangeInOneSpecification() {
        box.cpus(first).cpuset().partition(CpusetPartition.root());
        box.cpuset()
                .apply(CpusetSpec.builder()
                        .cpus(IdSet.of(rest.iterator().next()))
                        .partition(CpusetPartition.isolated())
                        .build());
        assertThat(box.cpuset().partition()).isEqualTo(CpusetPartition.isolated());
        box.cpuset()
                .apply(CpusetSpec.builder()
                        .cpus(cpus)
                        .partition(CpusetPartition.member())
                        .build());
        assertThat(box.cpuset().effectiveCpus()).isEqualTo(cpus);
    }

    @Test
    void onlyTheKernelMakesAPartitionInvalid() {
        CpusetPartition invalid = new CpusetPartition(Kind.ROOT, false, Optional.empty());
        assertThatThrownBy(() -> box.cpuset().partition(invalid)).isInstanceOf(InvalidValueException.class);
    }
}
