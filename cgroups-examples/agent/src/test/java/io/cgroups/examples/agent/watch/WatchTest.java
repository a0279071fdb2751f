package io.cgroups.examples.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.CgroupIoException;
import io.cgroups.CgroupPath;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.spi.ForwardingKernelFiles;
import io.cgroups.testkit.InMemoryKernel;
import io.cgroups.unit.DataSize;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is seen of groups, second by second. */
class WatchTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static List<InMemoryKernel> kernels() {
        return List.of(InMemoryKernel.v1(), InMemoryKernel.v2(), InMemoryKernel.hybrid());
    }

    private static Watch watch(InMemoryKernel kernel, Cgroups cgroups, int maxGroups) {
        return new Watch(
                cgroups,
                CgroupPath.of("first"),
                maxGroups,
                () -> Instant.ofEpochSecond(0, kernel.clock().nanoTime()),
                kernel.clock()::nanoTime);
    }

    private static Watch watch(InMemoryKernel kernel) {
        return watch(kernel, kernel.cgroups(), 2000);
    }

    private static void look(InMemoryKernel kernel, Watch watch, int seconds) {
        for (int second = 0; second < seconds; second++) {
            kernel.advance(SECOND);
            watch.look();
        }
    }

    private static GroupState state(Watch watch, String path) {
        return watch.snapshot().groups().stream()
                .filter(group -> group.path().toString().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> paths(Watch watch) {
        return watch.snapshot().groups().stream()
                .map(group -> group.path().toString())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void aBusyGroupIsSeenUsingItsQuotaAndThrottledInEachPeriod(InMemoryKernel kernel) {
        Cgroup busy = kernel.cgroups().create("busy", Controller.CPU, Controller.CPUACCT, Controller.MEMORY);
        busy.cpuQuota(20_000).memoryMax(DataSize.ofMebibytes(64));
        long pid = kernel.startProcess();
        busy.attach(pid);
        kernel.demand(pid, 1);
        kernel.useMemory(busy.files(Controller.MEMORY).directory(), DataSize.ofMebibytes(16));
        Watch watch = watch(kernel);
        watch.look();
        assertThat(state(watch, "busy").latest().cpu())
                .as("before there is a rate")
                .isNaN();

        look(kernel, watch, 1);
        Point latest = state(watch, "busy").latest();
        assertThat(latest.cpu()).isEqualTo(0.2f);
        assertThat(latest.quota()).isEqualTo(0.2f);
        assertThat(latest.periods()).isEqualTo(10);
        assertThat(latest.throttledRatio()).isEqualTo(1);
        assertThat(latest.memory()).isEqualTo(16 << 20);
        assertThat(latest.memoryRatio()).isEqualTo(0.25f);
        assertThat(state(watch, "busy").problem()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void groupsAreInTheOrderOfTheTree(InMemoryKernel kernel) {
        for (String name : List.of("a-b", "a/x", "a/b/c", "B")) {
            kernel.cgroups().create(name);
        }
        Watch watch = watch(kernel);
        watch.look();
        assertThat(paths(watch)).containsExactly("/", "B", "a", "a/b", "a/b/c", "a/x", "a-b");
        assertThat(state(watch, "a/b").depth()).isEqualTo(2);
        assertThat(state(watch, "a/b").name()).isEqualTo("b");
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void groupsThatComeAreFoundAndGroupsThatGoAreDroppedAtOnce(InMemoryKernel kernel) {
        Cgroup first = kernel.cgroups().create("first");
        Watch watch = watch(kernel);
        watch.look();
        first.delete();
        Cgroup second = kernel.cgroups().create("second");
        look(kernel, watch, 1);
        assertThat(paths(watch)).doesNotContain("first");
        look(kernel, watch, 2);
        assertThat(paths(watch)).containsExactly("/", "second");
        assertThat(watch.group(second.path())).isPresent();
        assertThat(watch.group(first.path())).isEmpty();
        assertThat(watch.history(first.path(), 0)).isEmpty();
        assertThat(watch.history(CgroupPath.ROOT, -1).orElseThrow()).hasSize(4);
    }

    @Test
    void ofTooManyGroupsThoseNearTheBaseAreKeptAndTheRestIsCounted() {
        InMemoryKernel kernel = InMemoryKernel.v2();
        for (int i = 0; i < 1000; i++) {
            kernel.cgroups().create("pool-" + i % 10 + "/worker-" + i);
        }
        Watch all = watch(kernel);
        all.look();
        assertThat(paths(all)).hasSize(1011);
        assertThat(all.snapshot().leftOut()).isZero();

        Watch some = watch(kernel, kernel.cgroups(), 100);
        some.look();
        assertThat(paths(some)).hasSize(100).contains("pool-0", "pool-9");
        assertThat(some.snapshot().leftOut()).isEqualTo(911);
    }

    @Test
    void ofTooManyGroupsOneThatIsNamedIsKeptWithAllBelowIt() {
        InMemoryKernel kernel = InMemoryKernel.v2();
        for (int i = 0; i < 20; i++) {
            kernel.cgroups().create("a-" + i);
        }
        kernel.cgroups().create("first/a/b");
        kernel.cgroups().create("firstling");
        Watch some = watch(kernel, kernel.cgroups(), 6);
        some.look();
        assertThat(paths(some)).hasSize(6).contains("first", "first/a", "first/a/b");
        assertThat(some.snapshot().leftOut()).isEqualTo(19);
    }

    @Test
    void aGroupThatCannotBeReadSaysWhyAndTheOthersAreReadAsEver() {
        InMemoryKernel kernel = InMemoryKernel.v2();
        kernel.cgroups().create("open", Controller.MEMORY);
        kernel.cgroups().create("shut", Controller.MEMORY);
        Cgroups refusing = Cgroups.builder()
                .kernel(new ForwardingKernelFiles(kernel) {
                    @Override
                    public String read(Path file) {
                        if (file.toString().contains("/shut/memory")) {
                            throw CgroupIoException.of(Failure.of("read", file, Errno.EACCES), null);
                        }
                        return super.read(file);
                    }
                })
                .build();
        Watch watch = watch(kernel, refusing, 10);
        watch.look();
        assertThat(state(watch, "shut").problem()).get().asString().contains("EACCES");
        assertThat(state(watch, "shut").latest().memory()).isNaN();
        assertThat(state(watch, "open").problem()).isEmpty();
        assertThat(state(watch, "open").latest().memory()).isNotNaN();
    }

    @Test
    void whenTheBaseGoesItSaysSoAndWhenItIsThereAgainSoAreTheGroups() {
        InMemoryKernel kernel = InMemoryKernel.v2();
        Cgroup base = kernel.cgroups().create("jobs");
        Watch watch =
                watch(kernel, Cgroups.builder().kernel(kernel).base("/jobs").build(), 10);
        watch.look();
        assertThat(paths(watch)).containsExactly("/");
        base.delete();
        look(kernel, watch, 3);
        assertThat(watch.snapshot().groups()).isEmpty();
        assertThat(watch.snapshot().problem()).get().asString().contains("ENOENT");

        kernel.cgroups().create("jobs/again");
        look(kernel, watch, 3);
        assertThat(paths(watch)).containsExactly("/", "again");
        assertThat(watch.snapshot().problem()).isEqualTo(Optional.empty());
    }

    @Test
    void tenMinutesAreKept() {
        InMemoryKernel kernel = InMemoryKernel.v2();
        Watch watch = watch(kernel);
        look(kernel, watch, History.CAPACITY + 5);
        List<Point> points = watch.history(CgroupPath.ROOT, 0).orElseThrow();
        assertThat(points)
                .hasSize(History.CAPACITY)
                .first()
                .extracting(Point::time)
                .isEqualTo(6000L);
        assertThat(watch.history(CgroupPath.ROOT, 604_000).orElseThrow())
                .extracting(Point::time)
                .containsExactly(605_000L);
    }
}
