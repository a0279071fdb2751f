package io.cgroups.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.Hierarchy;
import io.cgroups.contract.OnHost;
import io.cgroups.cpu.CpuStats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The example that every introduction to control groups tells, told again: a group called container, a quota of 20 %, a
 * busy process put into it. What the library does is checked in the kernel's own files.
 */
@OnHost(Hierarchy.Version.V1)
class FieldExampleIT {
    private static final int PERIODS = 30;

    private final String name = "container-" + ProcessHandle.current().pid();
    private Cgroup container;
    private Path directory;
    private Process busy;

    @BeforeEach
    void mkdirContainer() throws IOException {
        container = Cgroup.create(name);
        directory = container.files(Controller.CPU).directory();
        busy = new ProcessBuilder("sh", "-c", "while :; do :; done").start();
    }

    @AfterEach
    void rmdirContainer() throws InterruptedException {
        busy.destroyForcibly().waitFor();
        container.delete();
        assertThat(directory).doesNotExist();
    }

    @Test
    void aBusyProcessInAContainerWithAQuotaOfTwentyThousandGetsAFifthOfACpu() throws Exception {
        // mkdir container; cat container/cpu.*
        assertThat(directory).isDirectory().hasFileName(name);
        assertThat(cat("cpu.cfs_quota_us")).isEqualTo("-1");
        assertThat(cat("cpu.cfs_period_us")).isEqualTo("100000");
        assertThat(cat("cpu.shares")).isEqualTo("1024");
        assertThat(cat("tasks")).isEmpty();

        // echo 20000 > container/cpu.cfs_quota_us; echo $pid > container/tasks
        container.cpuQuota(20_000).attach(busy.pid());
        assertThat(cat("cpu.cfs_quota_us")).isEqualTo("20000");
        assertThat(cat("tasks")).isEqualTo(Long.toString(busy.pid()));

        // top: 20 %, whatever else this machine does, for time is counted in periods of the group
        CpuStats before = container.cpu().stats();
        CpuStats after = container.cpu().stats();
        while (after.periods() - before.periods() < PERIODS) {
            TimeUnit.MILLISECONDS.sleep(100);
            after = container.cpu().stats();
        }
        long periods = after.periods() - before.periods();
        double share = (after.usage().toNanos() - before.usage().toNanos()) / (periods * 100_000_000.0);
        assertThat(share).isCloseTo(0.20, within(0.05));

        // cat container/cpu.stat
        Map<String, Long> stat = cat("cpu.stat")
                .lines()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(fields -> fields[0], fields -> Long.valueOf(fields[1])));
        assertThat(stat.get("nr_periods")).isGreaterThanOrEqualTo(after.periods());
        assertThat(stat.get("nr_throttled")).isGreaterThanOrEqualTo(after.throttledPeriods());
        assertThat(after.throttledPeriods()).isGreaterThan(PERIODS / 2);
        assertThat(stat.get("throttled_time")).isPositive();
    }

    private String cat(String file) throws IOException {
        return Files.readString(directory.resolve(file)).strip();
    }
}
