package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.HostLayout;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.event.PressureEvent;
import io.cgroups.event.PressureResource;
import io.cgroups.event.PressureTrigger;
import io.cgroups.event.Subscription;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Being told that members lose time to waiting; where there is no unified hierarchy, why that cannot be told. */
public abstract class PressureEventsContract {
    private static final PressureTrigger TRIGGER =
            PressureTrigger.some(PressureResource.CPU, Duration.ofMillis(150), Duration.ofSeconds(1));

    private final TestHost host;

    protected PressureEventsContract(TestHost host) {
        this.host = host;
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    private boolean isUnifiedThere() {
        return host.cgroups().layout().kind() != HostLayout.Kind.LEGACY;
    }

    private Cgroup newGroup() {
        Cgroups cgroups = isUnifiedThere() ? host.withUnified() : host.cgroups();
        return cgroups.create(host.newName(), Controller.CPU);
    }

    @Test
    void busyMembersUnderASmallQuotaAreTold() {
        host.assumeHas(Controller.CPU);
        Cgroup box = newGroup().cpuQuota(20_000);
        Told<PressureEvent> told = new Told<>(host);
        if (!isUnifiedThere()) {
            assertThatThrownBy(() -> box.onPressure(TRIGGER, told))
                    .isInstanceOf(UnsupportedSettingException.class)
                    .hasMessageContaining("mount");
            return;
        }
        try (Subscription subscription = box.onPressure(TRIGGER, told)) {
            told.assertNothingMore();
            long pid = host.startProcess();
            box.attach(pid);
            host.burn(pid);
            PressureEvent first = told.next();
            assertThat(first.group()).isEqualTo(box);
            assertThat(first.trigger()).isEqualTo(TRIGGER);
            assertThat(first.stalled()).isBetween(TRIGGER.stall().dividedBy(2), Duration.ofMinutes(1));
            // Those of the time since then, and not since the beginning.
            Duration lost = first.stalled().plus(told.next().stalled());
            assertThat(lost)
                    .isLessThanOrEqualTo(
                            box.pressure().cpu().some().orElseThrow().total());
            assertThat(subscription.isActive()).isTrue();
        }
    }

    @Test
    void thatPressureIsNoLongerMeasuredIsAnEndButNoRemoval() {
        if (!isUnifiedThere()) {
            return;
        }
        Cgroup box = host.newUnifiedGroup();
        Told<PressureEvent> told = new Told<>(host);
        Subscription subscription = box.onPressure(TRIGGER, told);
        box.pressure().enable(false);
        assertThat(told.end().isRemoved()).isFalse();
        assertThat(told.end().why())
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("switched off");
        assertThat(subscription.isActive()).isFalse();
    }

    @Test
    void theRemovalOfTheGroupIsTheEnd() {
        if (!isUnifiedThere()) {
            return;
        }
        Cgroup box = host.newUnifiedGroup();
        Told<PressureEvent> told = new Told<>(host);
        Subscription subscription = box.onPressure(TRIGGER, told);
        box.delete();
        told.assertRemoved();
        assertThat(subscription.isActive()).isFalse();
    }
}
