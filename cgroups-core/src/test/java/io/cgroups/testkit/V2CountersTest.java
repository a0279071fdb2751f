package io.cgroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupBusyException;
import io.cgroups.testkit.V2IoFiles.Transfer;
import io.cgroups.unit.DeviceNumber;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the in-memory v2 kernel counts while members of its groups run, compute and transfer. */
class V2CountersTest {
    private final V2Box box = new V2Box();

    private void compute(long pid, double cpus) {
        box.kernel().demand(pid, cpus);
        box.kernel().advance(Duration.ofSeconds(1));
    }

    @Test
    void aQuotaThrottlesAndEverybodyAboveCountsWhatIsLeft() {
        box.write("box/inner/cpu.max", "20000 100000");
        compute(box.member("box/inner"), 1.0);
        assertThat(box.read("box/inner/cpu.stat"))
                .startsWith("usage_usec 200000\nuser_usec 180000\nsystem_usec 20000\n")
                .contains("nr_periods 10\nnr_throttled 10\nthrottled_usec 800000\n");
        assertThat(box.read("box/cpu.stat")).startsWith("usage_usec 200000\n").contains("nr_periods 0\n");
        assertThat(box.read("cpu.stat")).startsWith("usage_usec 200000\n");
    }

    @Test
    void theSmallestQuotaOnTheWayUpCounts() {
        box.write("box/cpu.max", "10000 100000");
        box.write("box/inner/cpu.max", "50000 100000");
        compute(box.member("box/inner"), 2.0);
        assertThat(box.read("box/inner/cpu.stat"))
                .startsWith("usage_usec 100000\n")
                .contains("nr_throttled 10\n");
        assertThat(box.read("box/cpu.stat")).contains("throttled_usec 400000\n");
    }

    @Test
    void aGroupWithoutTheControllerCountsItsTimeAndIsThrottledByTheGroupAbove() {
        box.write("box/cgroup.subtree_control", "-cpu");
        box.write("box/cpu.max", "20000 100000");
        compute(box.member("box/inner"), 1.0);
        assertThat(box.read("box/inner/cpu.stat")).isEqualTo("usage_usec 200000\nuser_usec 180000\nsystem_usec 20000");
        assertThat(box.read("box/cpu.stat")).contains("nr_throttled 10\n");
    }

    @Test
    void frozenMembersDoNotCompute() {
        long pid = box.member("box/inner");
        box.write("box/cgroup.freeze", "1");
        compute(pid, 1.0);
        assertThat(box.read("box/inner/cpu.stat")).startsWith("usage_usec 0\n");
        box.write("box/cgroup.freeze", "0");
        compute(pid, 1.0);
        assertThat(box.read("box/inner/cpu.stat")).startsWith("usage_usec 1000000\n");
    }

    @Test
    void theMostProcessesThatThereWereAreRemembered() {
        long first = box.member("box/inner");
        box.member("box/inner");
        box.write("cgroup.procs", Long.toString(first));
        assertThat(box.read("box/inner/pids.current")).isEqualTo("1");
        assertThat(box.read("box/pids.peak")).isEqualTo("2");
    }

    @Test
    void aTransferCountsInTheGroupAndInThoseAbove() {
        DeviceNumber disk = new DeviceNumber(8, 0);
        V2IoFiles.transfer(box.group("box/inner"), disk, Transfer.WRITE, 8192);
        V2IoFiles.transfer(box.group("box"), disk, Transfer.READ, 4096);
        assertThat(box.read("box/inner/io.stat")).isEqualTo("8:0 rbytes=0 wbytes=8192 rios=0 wios=1 dbytes=0 dios=0");
        assertThat(box.read("io.stat")).isEqualTo("8:0 rbytes=4096 wbytes=8192 rios=1 wios=1 dbytes=0 dios=0");
    }

    @Test
    void weightsOfSingleDisksAreForTheirSchedulerOrTheCostModel() {
        box.write("box/io.bfq.weight", "8:16 500");
        assertThat(box.read("box/io.bfq.weight")).isEqualTo("default 100\n8:16 500");
        box.write("io.cost.qos", "8:0 enable=1");
        box.write("box/io.weight", "8:0 300");
        assertThat(box.read("box/io.weight")).isEqualTo("default 100\n8:0 300");
    }

    @Test
    void hugePagesOverALimitAreRefusedAndCountedInTheirGroupAndAbove() {
        box.write("box/inner/hugetlb.2MB.max", "4M");
        V2HugetlbFiles.State inner = box.group("box/inner").state(V2HugetlbFiles.State.class);
        assertThat(inner.charge("2MB", 4 << 20)).isTrue();
        assertThat(inner.charge("2MB", 2 << 20)).isFalse();
        assertThat(box.read("box/hugetlb.2MB.current")).isEqualTo("4194304");
        assertThat(box.read("box/hugetlb.2MB.events")).isEqualTo("max 1");
        assertThat(box.read("box/hugetlb.2MB.events.local")).isEqualTo("max 0");
        assertThat(box.read("box/inner/hugetlb.2MB.numa_stat")).isEqualTo("total=4194304 N0=4194304");
        assertThatThrownBy(() -> box.write("box/inner/hugetlb.2MB.max", "2M")).isInstanceOf(CgroupBusyException.class);
    }
}
