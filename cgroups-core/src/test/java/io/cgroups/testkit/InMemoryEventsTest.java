package io.cgroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.CgroupException;
import io.cgroups.spi.Signal;
import io.cgroups.spi.SignalSource;
import io.cgroups.spi.SignalSource.Change;
import io.cgroups.spi.SignalSource.Control;
import io.cgroups.spi.SignalSource.Look;
import io.cgroups.spi.SignalSource.Trigger;
import io.cgroups.unit.DataSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What the in-memory kernel tells of, and how often. */
class InMemoryEventsTest {
    private static final Path MEMORY = Path.of("/sys/fs/cgroup/memory/box");
    private static final Path UNIFIED = Path.of("/sys/fs/cgroup/box");

    private final AtomicLong times = new AtomicLong();
    private final AtomicLong ends = new AtomicLong();

    private Signal on(InMemoryKernel kernel, SignalSource source) {
        return kernel.events().orElseThrow().on(source, new Signal.Listener() {
            @Override
            public void fired(Signal signal, long count) {
                times.addAndGet(count);
                signal.read();
            }

            @Override
            public void ended(CgroupException why) {
                ends.incrementAndGet();
            }
        });
    }

    private void awaitTimes(long wanted) throws InterruptedException {
        for (int i = 0; i < 3000 && times.get() < wanted; i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(times).hasValue(wanted);
    }

    private static InMemoryKernel kernel(InMemoryKernel kernel, Path group) {
        kernel.createDirectory(group);
        return kernel;
    }

    private static Control control(String file, String argument) {
        return new Control(MEMORY.resolve(file), MEMORY.resolve("cgroup.event_control"), argument);
    }

    @Test
    void everyCrossingOfAThresholdIsCountedUpAndDown() throws InterruptedException {
        InMemoryKernel kernel = kernel(InMemoryKernel.v1(), MEMORY);
        try (Signal signal = on(kernel, control("memory.usage_in_bytes", "8M"))) {
            for (long size : new long[] {10, 20, 4, 12, 0}) {
                kernel.useMemory(MEMORY, DataSize.ofMebibytes(size));
            }
            awaitTimes(4);
            assertThat(signal.read()).isEqualTo(kernel.read(MEMORY.resolve("memory.usage_in_bytes")));
        }
    }

    @Test
    void everyTimeThatMemoryRunsOutIsCounted() throws InterruptedException {
        InMemoryKernel kernel = kernel(InMemoryKernel.v1(), MEMORY);
        kernel.write(MEMORY.resolve("memory.limit_in_bytes"), "1M");
        try (Signal signal = on(kernel, control("memory.oom_control", ""))) {
            for (int i = 0; i < 3; i++) {
                assertThat(kernel.useMemory(MEMORY, DataSize.ofMebibytes(2))).isFalse();
            }
            awaitTimes(3);
            assertThat(signal.read()).contains("oom_kill 3");
        }
    }

    @Test
    void memoryEventsOfV2AreTold() throws InterruptedException {
        InMemoryKernel kernel = InMemoryKernel.v2();
        kernel.write(UNIFIED.resolveSibling("cgroup.subtree_control"), "+memory");
        kernel.createDirectory(UNIFIED);
        kernel.write(UNIFIED.resolve("memory.max"), "1M");
        kernel.write(UNIFIED.resolve("cgroup.procs"), Long.toString(kernel.startProcess()));
        try (Signal signal = on(kernel, new Change(UNIFIED.resolve("memory.events")))) {
            kernel.useMemory(UNIFIED, DataSize.ofMebibytes(2));
            awaitTimes(1);
            assertThat(signal.read()).contains("oom_kill 1");
        }
    }

    @Test
    void aTriggerCountsTheTimeOfTheKernel() throws InterruptedException {
        InMemoryKernel kernel = kernel(InMemoryKernel.v2(), UNIFIED);
        for (int i = 0; i < 4; i++) {
            long pid = kernel.startProcess();
            kernel.demand(pid, 2.0);
            kernel.write(UNIFIED.resolve("cgroup.procs"), Long.toString(pid));
        }
        kernel.write(UNIFIED.resolveSibling("cgroup.subtree_control"), "+cpu");
        kernel.write(UNIFIED.resolve("cpu.max"), "10000 100000");
        try (Signal signal = on(kernel, new Trigger(UNIFIED.resolve("cpu.pressure"), "some 150000 1000000"))) {
            kernel.advance(Duration.ofMillis(100));
            assertThat(times).hasValue(0);
            kernel.advance(Duration.ofMillis(100));
            awaitTimes(1);
            kernel.advance(Duration.ofMillis(900));
            assertThat(signal.read()).doesNotContain("some avg10=0.00");
            kernel.advance(Duration.ofMillis(200));
            awaitTimes(2);
        }
    }

    @Test
    void aLookIsTakenAfterEachChangeAndInRealTime() throws InterruptedException {
        InMemoryKernel kernel = kernel(InMemoryKernel.v1(), MEMORY);
        try (Signal rare = on(kernel, new Look(MEMORY.resolve("cgroup.procs"), Duration.ofHours(1)))) {
            kernel.write(MEMORY.resolve("cgroup.procs"), Long.toString(kernel.startProcess()));
            for (int i = 0; i < 3000 && times.get() == 0; i++) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            assertThat(times.get()).isPositive();
            assertThat(rare.read()).isNotEmpty();
        }
        long before = times.get();
        try (Signal often = on(kernel, new Look(MEMORY.resolve("cgroup.procs"), Duration.ofMillis(1)))) {
            for (int i = 0; i < 3000 && times.get() < before + 5; i++) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            assertThat(times.get()).isGreaterThanOrEqualTo(before + 5);
            assertThat(often.read()).isNotEmpty();
        }
        assertThat(ends).hasValue(0);
    }
}
