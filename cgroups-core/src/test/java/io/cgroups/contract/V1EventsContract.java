package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Controller;
import io.cgroups.ValueRejectedException;
import io.cgroups.memory.MemorySpec;
import io.cgroups.spi.Signal;
import io.cgroups.spi.SignalSource;
import io.cgroups.spi.SignalSource.Control;
import io.cgroups.spi.SignalSource.Look;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Waiting for many things of the memory controller of v1 at once. */
public abstract class V1EventsContract {
    private static final int MANY = 1000;

    private final TestHost host;
    private final List<Signal> signals = new ArrayList<>();
    private Cgroup box;
    private Path dir;

    protected V1EventsContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeV1(Controller.MEMORY);
        box = host.cgroups().create(host.newName(), Controller.MEMORY);
        dir = box.files(Controller.MEMORY).directory();
    }

    @AfterEach
    void cleanUp() {
        signals.forEach(Signal::close);
        host.cleanUp();
    }

    private SignalLog on(SignalSource source) {
        SignalLog told = new SignalLog();
        signals.add(told.on(host, source));
        return told;
    }

    private Control control(String file, String argument) {
        return new Control(dir.resolve(file), dir.resolve("cgroup.event_control"), argument);
    }

    private void runOutOfMemory() {
        MemorySpec.Builder spec = MemorySpec.builder().max(Limit.of(DataSize.ofMebibytes(16)));
        // Else what does not fit is swapped out.
        boolean isSwapAccounted = box.files(Controller.MEMORY).list().contains("memory.memsw.limit_in_bytes");
        box.memory()
                .apply((isSwapAccounted ? spec.memoryPlusSwapMax(Limit.of(DataSize.ofMebibytes(20))) : spec).build());
        assertThat(host.startUsing(box, DataSize.ofMebibytes(64))).isFalse();
    }

    @Test
    void thatMemoryHasRunOutIsCounted() throws InterruptedException {
        SignalLog told = on(control("memory.oom_control", ""));
        runOutOfMemory();
        told.await(text -> text.startsWith("oom_kill_disable 0"));
        assertThat(told.times()).isPositive();
    }

    @Test
    void whatWasCountedBeforeTheRemovalIsTold() throws InterruptedException {
        List<SignalLog> all = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            all.add(on(control("memory.oom_control", "")));
        }
        runOutOfMemory();
        box.kill().delete();
        for (SignalLog told : all) {
            told.awaitEnd();
            assertThat(told.times()).isPositive();
        }
    }

    @Test
    void aThresholdThatIsCrossedIsTold() throws InterruptedException {
        SignalLog low = on(control(
                "memory.usage_in_bytes", Long.toString(DataSize.ofMebibytes(8).bytes())));
        SignalLog high = on(control("memory.usage_in_bytes", "1G"));
        assertThat(host.startUsing(box, DataSize.ofMebibytes(16))).isTrue();
        low.await(text -> !text.isBlank());
        assertThat(high.times()).isZero();
    }

    @Test
    void theRemovalOfTheGroupIsNoEvent() throws InterruptedException {
        SignalLog oom = on(control("memory.oom_control", ""));
        SignalLog usage = on(control("memory.usage_in_bytes", "1G"));
        box.delete();
        assertThat(oom.awaitEnd()).isInstanceOf(CgroupNotFoundException.class);
        assertThat(usage.awaitEnd()).isInstanceOf(CgroupNotFoundException.class);
        assertThat(oom.times() + usage.times()).isZero();
    }

    @Test
    void whatHasNoEventsIsRefused() {
        assertThatThrownBy(() -> on(control("memory.stat", "")))
                .isInstanceOf(ValueRejectedException.class)
                .hasMessageContaining("memory.oom_control takes none");
        assertThatThrownBy(() -> on(control("memory.usage_in_bytes", "much")))
                .isInstanceOf(ValueRejectedException.class);
    }

    /** The kernel keeps the list for whoever reads it again from the same open file. */
    @Test
    void membersThatComeAreFoundByLooking() throws InterruptedException {
        SignalLog told = on(new Look(dir.resolve("cgroup.procs"), Duration.ofMillis(20)));
        told.await(String::isEmpty);
        long pid = host.startProcess();
        box.attach(pid);
        assertThat(told.await(text -> !text.isEmpty())).isEqualTo(pid + "\n");
        box.kill();
        told.await(String::isEmpty);
        box.delete();
        assertThat(told.awaitEnd()).isInstanceOf(CgroupNotFoundException.class);
    }

    @Test
    void aThousandAreToldByOneThread() throws InterruptedException {
        long threads = SignalLog.threads();
        List<SignalLog> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            all.add(on(control("memory.oom_control", "")));
        }
        assertThat(SignalLog.threads()).isBetween(1L, threads + 1);
        runOutOfMemory();
        for (SignalLog told : all) {
            told.await(text -> true);
        }
        box.kill().delete();
        for (SignalLog told : all) {
            assertThat(told.awaitEnd()).isInstanceOf(CgroupNotFoundException.class);
        }
    }
}
