package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Cgroups;
import io.cgroups.spi.ForwardingKernelFiles;
import io.cgroups.spi.KernelWatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sleeping until the kernel tells that {@code cgroup.events} has changed. */
public abstract class V2WatchContract {
    private static final Duration LONG = Duration.ofSeconds(10);
    /** Enough to be past the first looks, which come in short steps. */
    private static final int SETTLED = 10;

    private final TestHost host;
    private Cgroup box;
    private Path events;

    protected V2WatchContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        box = host.newUnifiedGroup();
        events = host.unifiedDir(box).resolve("cgroup.events");
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    private static void settle(KernelWatch watch) throws InterruptedException {
        for (int i = 0; i < SETTLED; i++) {
            watch.read();
            watch.awaitChange(Duration.ofMillis(50));
        }
    }

    @Test
    void whatHappensAfterTheLastReadEndsTheNextWait() throws InterruptedException {
        try (KernelWatch watch = host.files().watch(events)) {
            settle(watch);
            assertThat(watch.read()).contains("populated 0");
            box.attach(host.startProcess());
            assertThat(watch.awaitChange(LONG)).isTrue();
            assertThat(watch.read()).contains("populated 1");
        }
    }

    @Test
    void withoutAChangeNothingIsTold() throws InterruptedException {
        try (KernelWatch watch = host.files().watch(events)) {
            settle(watch);
            watch.read();
            assertThat(watch.awaitChange(Duration.ofMillis(20))).isFalse();
        }
    }

    @Test
    void aGroupThatIsMadeAnewIsNotTheOldOne() throws InterruptedException {
        for (int looks : new int[] {0, SETTLED}) {
            Cgroup inner = box.child("inner");
            try (KernelWatch watch = host.files().watch(host.unifiedDir(inner).resolve("cgroup.events"))) {
                for (int i = 0; i < looks; i++) {
                    watch.read();
                    watch.awaitChange(Duration.ofMillis(50));
                }
                inner.delete();
                box.child("inner");
                assertThatThrownBy(watch::read).isInstanceOf(CgroupNotFoundException.class);
            }
            inner.delete();
        }
    }

    @Test
    void aLongWaitLooksSeldom() throws InterruptedException {
        AtomicInteger looks = new AtomicInteger();
        Cgroup counted = Cgroups.builder()
                .kernel(new ForwardingKernelFiles(host.files()) {
                    @Override
                    public String read(Path file) {
                        if (file.startsWith(host.unified().mountPoint())) {
                            looks.incrementAndGet();
                        }
                        return super.read(file);
                    }

                    @Override
                    public KernelWatch watch(Path file) {
                        return counting(super.watch(file), looks);
                    }
                })
                .build()
                .open(box.path().toString());
        box.attach(host.startProcess());
        assertThat(counted.awaitEmpty(Duration.ofSeconds(3))).isFalse();
        // Six in the first 30 ms, and then ten a second.
        assertThat(looks.get()).isBetween(2, 6 + 31);
    }

    private static KernelWatch counting(KernelWatch watch, AtomicInteger looks) {
        return new KernelWatch() {
            @Override
            public String read() {
                looks.incrementAndGet();
                return watch.read();
            }

            @Override
            public boolean awaitChange(Duration limit) throws InterruptedException {
                return watch.awaitChange(limit);
            }

            @Override
            public void close() {
                watch.close();
            }
        };
    }
}
