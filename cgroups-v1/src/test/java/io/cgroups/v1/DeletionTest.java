package io.cgroups.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupAccessException;
import io.cgroups.CgroupBusyException;
import io.cgroups.CgroupIoException;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.spi.ForwardingKernelFiles;
import io.cgroups.testkit.InMemoryKernel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Removing groups where the kernel, or somebody else, is in the way. */
class DeletionTest {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final InMemoryKernel kernel = InMemoryKernel.v1();
    private final Hindered files = new Hindered(kernel);
    private final Cgroup box =
            Cgroups.builder().kernel(files).build().create("box", Controller.FREEZER, Controller.CPUACCT);
    private final Path first;
    private final Path second;

    /** Which of its hierarchies a group is removed from first is nobody's business, but the tests have to know. */
    DeletionTest() {
        Cgroups.builder()
                .kernel(files)
                .build()
                .create("probe", Controller.FREEZER, Controller.CPUACCT)
                .delete();
        first = files.tried.get(0).resolveSibling("box");
        second = files.tried.get(1).resolveSibling("box");
        files.tried.clear();
    }

    /** What happens at the next attempts to remove something. */
    private static final class Hindered extends ForwardingKernelFiles {
        private final Deque<Runnable> hindrances = new ArrayDeque<>();
        private final List<Path> tried = new ArrayList<>();

        Hindered(InMemoryKernel kernel) {
            super(kernel);
        }

        @Override
        public void removeDirectory(Path directory) {
            tried.add(directory);
            if (!hindrances.isEmpty()) {
                hindrances.pop().run();
            }
            super.removeDirectory(directory);
        }

        @Override
        public String read(Path file) {
            return file.endsWith("stat") && file.startsWith("/proc")
                    ? file.getName(1) + " (java (old)) Z 1 1 1 0 -1 1 0 0 0 0 0 0 0 0 20 0 2 0 77 0\n"
                    : super.read(file);
        }

        void refuse(Path path, Errno errno) {
            hindrances.add(() -> {
                throw CgroupIoException.of(Failure.of("remove", path, errno).withHint("no"), null);
            });
        }
    }

    private long waited(Runnable work) {
        long before = kernel.clock().nanoTime();
        work.run();
        return Duration.ofNanos(kernel.clock().nanoTime() - before).toMillis();
    }

    @Test
    void busyForAWhileIsWaitedForInGrowingSteps() {
        for (int i = 0; i < 4; i++) {
            files.refuse(first, Errno.EBUSY);
        }
        assertThat(waited(() -> box.delete(LIMIT))).isEqualTo(1 + 2 + 4 + 8);
        assertThat(kernel.exists(first)).isFalse();
        assertThat(kernel.exists(second)).isFalse();
    }

    @Test
    void aSignalMeansOnceMore() {
        files.refuse(first, Errno.EINTR);
        assertThat(waited(() -> box.delete(Duration.ZERO))).isZero();
        assertThat(kernel.exists(first)).isFalse();
    }

    @Test
    void somebodyElseMayBeFaster() {
        box.child("inner");
        files.hindrances.add(() -> {
            kernel.removeDirectory(first.resolve("inner"));
            kernel.removeDirectory(first);
        });
        box.delete(Duration.ZERO);
        assertThat(kernel.exists(second)).isFalse();
    }

    @Test
    void groupsThatSomebodyMakesMeanwhileAreRemovedToo() {
        files.hindrances.add(() -> kernel.createDirectory(first.resolve("first")));
        files.hindrances.add(() -> {});
        files.hindrances.add(() -> kernel.createDirectory(first.resolve("second")));
        box.delete(LIMIT);
        assertThat(kernel.exists(first)).isFalse();
    }

    @Test
    void whoMakesGroupsWithoutEndIsTold() {
        files.hindrances.add(() -> kernel.createDirectory(first.resolve("first")));
        files.hindrances.add(() -> {});
        files.hindrances.add(() -> kernel.createDirectory(first.resolve("second")));
        assertThatThrownBy(() -> box.delete(Duration.ZERO))
                .isInstanceOf(CgroupBusyException.class)
                .hasMessageContaining("somebody makes groups below it: [" + first + "/second]")
                .hasMessageContaining("groups removed before: 1; still there: [" + first + ", " + second + "]");
    }

    @Test
    void whoComesInMeanwhileIsWaitedForAndTold() {
        long pid = kernel.startProcess();
        files.hindrances.add(() -> {});
        files.hindrances.add(() -> kernel.write(second.resolve("tasks"), Long.toString(pid)));
        assertThat(waited(() -> assertThatThrownBy(() -> box.delete(LIMIT))
                        .isInstanceOfSatisfying(CgroupBusyException.class, e -> {
                            assertThat(e.path()).contains(second);
                            assertThat(e.errno()).contains(Errno.EBUSY);
                            assertThat(e.hint())
                                    .contains("members have come in, [" + pid
                                            + " (java (old)), a zombie with threads that")
                                    .contains("groups removed before: 1, with all of [" + first + "]")
                                    .endsWith("still there: [" + second + "]");
                        })))
                .isEqualTo(LIMIT.toMillis());
        assertThat(kernel.exists(first)).isFalse();

        kernel.kill(pid);
        box.delete(LIMIT);
        assertThat(kernel.exists(second)).isFalse();
    }

    @Test
    void anotherRefusalTellsWhatIsLeftToo() {
        files.hindrances.add(() -> {});
        files.refuse(second, Errno.EACCES);
        assertThatThrownBy(() -> box.delete(LIMIT))
                .isInstanceOf(CgroupAccessException.class)
                .hasMessageContaining("no; groups removed before: 1, with all of [" + first + "]");
    }

    @Test
    void theTimeLimitIsForAllHierarchiesTogether() {
        long pid = kernel.startProcess();
        for (int i = 0; i < 60; i++) {
            files.refuse(first, Errno.EBUSY);
        }
        files.hindrances.add(() -> kernel.write(second.resolve("tasks"), Long.toString(pid)));
        assertThat(waited(() -> assertThatThrownBy(() -> box.delete(LIMIT)).isInstanceOf(CgroupBusyException.class)))
                .isEqualTo(LIMIT.toMillis());
    }

    @Test
    void aWideTreeTakesAsManyStepsAsItHasGroups() {
        int groups = 1000;
        for (int i = 0; i < groups; i++) {
            kernel.createDirectory(first.resolve("g" + i));
        }
        assertThat(waited(() -> box.delete(LIMIT))).isZero();
        // The top is tried in vain first, and once more at the end.
        assertThat(files.tried).hasSize(groups + 3);
    }

    @Test
    void aDeepTreeNeedsNoDeepStack() throws InterruptedException {
        Path deep = first;
        for (int i = 0; i < 1500; i++) {
            deep = deep.resolve("d");
            kernel.createDirectory(deep);
        }
        Thread thread = new Thread(null, () -> box.delete(LIMIT), "little stack", 256 * 1024);
        thread.start();
        thread.join();
        assertThat(kernel.exists(first)).isFalse();
    }

    @Test
    void manyMembersAreCounted() {
        for (int i = 0; i < 25; i++) {
            box.attach(kernel.startProcess());
        }
        assertThatThrownBy(() -> box.delete(Duration.ZERO)).hasMessageContaining(" and 5 more]");
    }
}
