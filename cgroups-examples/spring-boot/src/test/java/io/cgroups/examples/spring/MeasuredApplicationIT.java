package io.cgroups.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.ScopedCgroup;
import io.cgroups.contract.OnHost;
import io.cgroups.cpu.CpuStats;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application on this kernel, in a JVM and a group of its own. */
@OnHost
class MeasuredApplicationIT {
    private static final String PERIODS = "cgroup_cpu_periods_total";
    private static final String THROTTLED_PERIODS = "cgroup_cpu_throttled_periods_total";
    private static final String THROTTLED_TIME = "cgroup_cpu_throttled_time_seconds_total";

    @Test
    void oneBeanIsAllItTakesToSeeTheThrottlingOfItsOwnGroup(@TempDir Path directory) throws Exception {
        try (ScopedCgroup scope = TestGroup.create();
                RunningApplication application = RunningApplication.startIn(scope.group())) {
            Cgroup group = scope.group().cpuQuota(20_000);
            Exposition before = application.scrape();

            Work.Done done = application.work(200);

            // What took longer than 200 ms more than it used has waited for its quota.
            assertThat(done.tookMillis()).isGreaterThan(done.cpuMillis() + 200);
            Exposition after = application.scrape();
            CpuStats stats = group.cpu().stats();
            assertThat(after.value(THROTTLED_PERIODS))
                    .isGreaterThan(before.value(THROTTLED_PERIODS))
                    .isLessThanOrEqualTo(after.value(PERIODS))
                    .isLessThanOrEqualTo((double) stats.throttledPeriods());
            assertThat(after.value(THROTTLED_TIME))
                    .isGreaterThan(before.value(THROTTLED_TIME))
                    .isLessThanOrEqualTo(stats.throttledTime().toNanos() / 1e9);
            assertThat(after.names()).noneMatch(name -> name.startsWith("container_"));
            assertThat(PromTool.objectionsTo(after.only("cgroup_"), directory)).isEmpty();
        }
    }

    @Test
    void scrapesAtTheSameTimeEachSeeEverythingOnce() throws Exception {
        try (ScopedCgroup scope = TestGroup.create();
                RunningApplication application = RunningApplication.startIn(scope.group())) {
            Exposition alone = application.scrape().only("cgroup_");
            ExecutorService scrapers = Executors.newFixedThreadPool(4);
            try {
                List<Future<Exposition>> together =
                        scrapers.invokeAll(Stream.generate(() -> (Callable<Exposition>) application::scrape)
                                .limit(40)
                                .toList());
                for (Future<Exposition> scrape : together) {
                    Exposition seen = scrape.get().only("cgroup_");
                    // A disk may have come meanwhile.
                    assertThat(seen.names()).containsAll(alone.names());
                    assertThat(seen.samples())
                            .noneMatch(sample -> Double.isNaN(sample.value()))
                            .extracting(sample -> sample.name() + sample.labels())
                            .doesNotHaveDuplicates();
                }
            } finally {
                scrapers.shutdownNow();
            }
        }
    }
}
