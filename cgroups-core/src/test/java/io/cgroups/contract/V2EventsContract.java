package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Controller;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.ValueRejectedException;
import io.cgroups.spi.Signal;
import io.cgroups.spi.SignalSource;
import io.cgroups.spi.SignalSource.Change;
import io.cgroups.spi.SignalSource.Trigger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Waiting for many things of the v2 hierarchy at once. */
public abstract class V2EventsContract {
    private static final int MANY = 1000;
    private static final int GROUPS = 25;
    private static final int ROUNDS = 4;

    private final TestHost host;
    private final List<Signal> signals = new ArrayList<>();
    private Cgroup box;
    private Path dir;

    protected V2EventsContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        box = host.newUnifiedGroup();
        dir = host.unifiedDir(box);
    }

    @AfterEach
    void cleanUp() {
        signals.forEach(Signal::close);
        host.cleanUp();
    }

    private Signal on(SignalSource source, SignalLog told) {
        Signal signal = told.on(host, source);
        signals.add(signal);
        return signal;
    }

    private static Change changeIn(Path group) {
        return new Change(group.resolve("cgroup.events"));
    }

    @Test
    void theFirstMemberAndTheEndOfTheLastAreTold() throws InterruptedException {
        SignalLog told = new SignalLog();
        on(changeIn(dir), told);
        box.attach(host.startProcess());
        told.await(text -> text.contains("populated 1"));
        box.kill();
        told.await(text -> text.contains("populated 0"));
        assertThat(told.hasEnded()).isFalse();
    }

    @Test
    void freezingAndThawingAreTold() throws InterruptedException {
        SignalLog told = new SignalLog();
        on(changeIn(dir), told);
        for (int i = 0; i < ROUNDS; i++) {
            host.files().write(dir.resolve("cgroup.freeze"), "1");
            told.await(text -> text.contains("frozen 1"));
            host.files().write(dir.resolve("cgroup.freeze"), "0");
            told.await(text -> text.contains("frozen 0"));
        }
    }

    @Test
    void theRemovalOfTheGroupEndsItOnce() throws InterruptedException {
        SignalLog told = new SignalLog();
        Signal signal = on(changeIn(dir), told);
        box.delete();
        assertThat(told.awaitEnd()).isInstanceOf(CgroupNotFoundException.class).hasMessageContaining("gone");
        assertThatThrownBy(signal::read).isInstanceOf(CgroupNotFoundException.class);
        signal.close();
        host.pass(Duration.ofMillis(300));
        assertThat(told.awaitEnd()).isInstanceOf(CgroupNotFoundException.class);
    }

    @Test
    void aGroupThatIsMadeAnewIsNotTheOldOne() throws InterruptedException {
        Cgroup inner = box.child("inner");
        SignalLog told = new SignalLog();
        on(changeIn(host.unifiedDir(inner)), told);
        inner.delete();
        box.child("inner").attach(host.startProcess());
        assertThat(told.awaitEnd()).isInstanceOf(CgroupNotFoundException.class);
        assertThat(told.times()).isZero();
    }

    @Test
    void whatIsClosedTellsNothing() throws InterruptedException {
        SignalLog closed = new SignalLog();
        SignalLog other = new SignalLog();
        Signal signal = on(changeIn(dir), closed);
        on(changeIn(dir), other);
        signal.close();
        signal.close();
        assertThatThrownBy(signal::read).isInstanceOf(IllegalStateException.class);
        host.files().write(dir.resolve("cgroup.freeze"), "1");
        other.await(text -> text.contains("frozen 1"));
        box.delete();
        other.awaitEnd();
        assertThat(closed.times()).isZero();
        assertThat(closed.hasEnded()).isFalse();
    }

    @Test
    void whatIsNotThereCannotBeWaitedFor() {
        SignalLog told = new SignalLog();
        assertThatThrownBy(() -> on(new Change(dir.resolve("no.events")), told))
                .isInstanceOf(CgroupNotFoundException.class);
        assertThatThrownBy(() -> on(new Trigger(dir.resolve("no.pressure"), "some 100000 1000000"), told))
                .isInstanceOf(UnsupportedSettingException.class);
    }

    @Test
    void aStallIsTold() throws InterruptedException {
        host.assumeHas(Controller.CPU);
        Cgroup crowd = host.withUnified().create(host.newName(), Controller.CPU).cpuQuota(20_000);
        Path pressure = crowd.path().under(host.unified().mountPoint()).resolve("cpu.pressure");
        SignalLog told = new SignalLog();
        SignalLog slow = new SignalLog();
        on(new Trigger(pressure, "some 100000 1000000"), told);
        on(new Trigger(pressure, "some 200000 2000000\n"), slow);
        for (int i = 0; i < 2; i++) {
            long pid = host.startProcess();
            crowd.attach(pid);
            host.burn(pid);
        }
        assertThat(told.await(text -> true)).startsWith("some ");
        assertThat(slow.await(text -> true)).startsWith("some ");
        assertThat(told.hasEnded()).isFalse();
        crowd.kill().delete();
        assertThat(told.awaitEnd()).isInstanceOf(CgroupNotFoundException.class);
        assertThat(slow.awaitEnd()).isInstanceOf(CgroupNotFoundException.class);
    }

    @Test
    void aTriggerThatNoKernelTakesIsRefused() {
        for (String trigger : List.of(
                "some 1",
                "all 100000 1000000",
                "some 100000 400000",
                "some 1000001 1000000",
                "some 0 1000000",
                "some 100000 10000001")) {
            assertThatThrownBy(() -> on(new Trigger(dir.resolve("cpu.pressure"), trigger), new SignalLog()))
                    .as(trigger)
                    .isInstanceOf(ValueRejectedException.class)
                    .hasMessageContaining("500000 to 10000000");
        }
    }

    @Test
    void pressureThatIsNotMeasuredCannotBeWaitedFor() throws InterruptedException {
        SignalLog told = new SignalLog();
        on(new Trigger(dir.resolve("memory.pressure"), "full 100000 1000000"), told);
        box.pressure().enable(false);
        assertThat(told.awaitEnd())
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("the group is there");
        assertThatThrownBy(() -> on(new Trigger(dir.resolve("memory.pressure"), "full 100000 1000000"), told))
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("cgroup.pressure");
    }

    @Test
    void aThousandAreToldByOneThread() throws InterruptedException {
        long threads = SignalLog.threads();
        List<Cgroup> groups = new ArrayList<>();
        List<SignalLog> all = new ArrayList<>();
        for (int i = 0; i < GROUPS; i++) {
            Cgroup group = box.child("g" + i);
            groups.add(group);
            for (int j = 0; j < MANY / GROUPS; j++) {
                SignalLog told = new SignalLog();
                on(changeIn(host.unifiedDir(group)), told);
                all.add(told);
            }
        }
        assertThat(all).hasSize(MANY);
        assertThat(SignalLog.threads()).isBetween(1L, threads + 1);
        for (int round = 0; round < ROUNDS; round++) {
            String frozen = round % 2 == 0 ? "1" : "0";
            for (Cgroup group : groups) {
                host.files().write(host.unifiedDir(group).resolve("cgroup.freeze"), frozen);
            }
            for (SignalLog told : all) {
                told.await(text -> text.contains("frozen " + frozen));
            }
        }
        groups.forEach(Cgroup::delete);
        for (SignalLog told : all) {
            assertThat(told.awaitEnd()).isInstanceOf(CgroupNotFoundException.class);
        }
        assertThat(SignalLog.threads()).isLessThanOrEqualTo(threads + 1);
    }
}
