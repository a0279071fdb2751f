package io.cgroups.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.contract.LinuxHost;
import io.cgroups.contract.OnHost;
import io.cgroups.contract.Shell;
import io.cgroups.event.PressureResource;
import io.cgroups.event.PressureTrigger;
import io.cgroups.event.Subscription;
import io.cgroups.unit.DataSize;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to real processes is told within 100 ms. */
@OnHost
class HostEventLatencyIT {
    private static final Duration STALL = Duration.ofMillis(150);

    /** Who reads pressure more than once in a tick of the kernel's clock makes it lose what happened in between. */
    private static final Duration PRESSURE_LOOKS = Duration.ofMillis(20);

    private final LinuxHost host = new LinuxHost();

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void aKillForWantOfMemory() throws Exception {
        Cgroup box = host.cgroups().create(host.newName(), Controller.MEMORY).memoryMax(DataSize.ofMebibytes(16));
        Latencies kill = new Latencies("kill for want of memory");
        try (Subscription subscription = box.onOom(event -> {
            if (event.killed() > 0) {
                kill.told();
            }
        })) {
            while (kill.areTooFew()) {
                long before = kills(box);
                kill.happensWhen(() -> kills(box) > before, Duration.ofMillis(2));
                assertThat(host.startUsing(box, DataSize.ofMebibytes(64))).isFalse();
                kill.take();
            }
            assertThat(subscription.isActive()).isTrue();
        }
        kill.assertShort();
    }

    private static long kills(Cgroup box) {
        return box.memory().localEvents().oomKills().orElseThrow();
    }

    /** From the moment on at which so much time was lost because the quota is used up. */
    @ParameterizedTest
    @ValueSource(longs = {500, 1000, 2000})
    void aStall(long window) throws Exception {
        PressureTrigger trigger = PressureTrigger.some(PressureResource.CPU, STALL, Duration.ofMillis(window));
        Latencies stall = new Latencies("stall of 150 ms in " + window + " ms");
        while (stall.areTooFew()) {
            Cgroup box =
                    host.withUnified().create(host.newName(), Controller.CPU).cpuQuota(5_000);
            try (Subscription subscription = box.onPressure(trigger, event -> {
                // Not before it was so much.
                if (event.stalled().compareTo(STALL) >= 0) {
                    stall.told();
                }
            })) {
                stall.happensWhen(() -> lost(box).compareTo(STALL) >= 0, PRESSURE_LOOKS);
                Shell shell = Shell.start(box, "while :; do :; done");
                try {
                    stall.take();
                    assertThat(subscription.isActive()).isTrue();
                } finally {
                    shell.process().destroyForcibly();
                    shell.end();
                }
            }
            box.kill().delete();
        }
        stall.assertShort();
    }

    private static Duration lost(Cgroup box) {
        return box.pressure().cpu().some().orElseThrow().total();
    }

    @Test
    void freezingAndThawing() throws Exception {
        Cgroup box = host.cgroups().create(host.newName(), Controller.FREEZER).attach(host.startProcess());
        Latencies freeze = new Latencies("freezing and thawing");
        try (Subscription subscription = box.onFrozen(event -> freeze.told())) {
            for (boolean frozen = false; freeze.areTooFew(); frozen = !frozen) {
                freeze.happens();
                if (frozen) {
                    box.thaw();
                } else {
                    box.freeze();
                }
                freeze.take();
            }
            assertThat(subscription.isActive()).isTrue();
        }
        freeze.assertShort();
    }

    /** In the unified hierarchy, where the kernel tells, and with pids on whatever has it. */
    @ParameterizedTest
    @ValueSource(strings = {"CPU", "PIDS"})
    void membersThatComeAndGo(Controller controller) throws Exception {
        Cgroup box = controller == Controller.CPU
                ? host.withUnified().create(host.newName(), controller)
                : host.cgroups().create(host.newName(), controller);
        Latencies member = new Latencies("members that come and go, with " + controller);
        try (Subscription subscription = box.onPopulated(event -> member.told())) {
            while (member.areTooFew()) {
                long pid = host.startProcess();
                member.happens();
                box.attach(pid);
                member.take();
                member.happens();
                host.files().kill(pid);
                member.take();
            }
            assertThat(subscription.isActive()).isTrue();
        }
        member.assertShort();
    }
}
