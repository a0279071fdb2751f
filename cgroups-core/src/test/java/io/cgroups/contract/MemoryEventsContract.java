package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Controller;
import io.cgroups.ControllerUnavailableException;
import io.cgroups.InvalidValueException;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.event.MemoryThresholdEvent;
import io.cgroups.event.OomEvent;
import io.cgroups.event.Subscription;
import io.cgroups.memory.MemorySpec;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Being told that memory ran out, and that a threshold of usage was crossed. */
public abstract class MemoryEventsContract {
    private static final DataSize MUCH = DataSize.ofMebibytes(48);
    private static final DataSize THRESHOLD = DataSize.ofMebibytes(24);

    private final TestHost host;
    private Cgroup box;

    protected MemoryEventsContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeHas(Controller.MEMORY);
        box = host.cgroups().create(host.newName(), Controller.MEMORY);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    private void limit() {
        Limit<DataSize> max = Limit.of(DataSize.ofMebibytes(16));
        MemorySpec.Builder spec = MemorySpec.builder().max(max);
        List<String> files = box.files(Controller.MEMORY).list();
        if (files.contains("memory.memsw.limit_in_bytes")) {
            spec.memoryPlusSwapMax(max);
        } else if (files.contains("memory.swap.max")) {
            spec.swapMax(Limit.of(DataSize.ofBytes(0)));
        }
        box.memory().apply(spec.build());
    }

    @Test
    void aKillAndWhatLedToItAreToldOnceEach() {
        limit();
        Told<OomEvent> told = new Told<>(host);
        try (Subscription subscription = box.onOom(told)) {
            assertThat(host.startUsing(box, MUCH)).isFalse();
            assertOneKill(told);
            // What has happened before is not told again.
            assertThat(host.startUsing(box, MUCH)).isFalse();
            assertOneKill(told);
            assertThat(subscription.isActive()).isTrue();
        }
    }

    /** Both may come together, or one a moment later: v1 counts them at different places. */
    private void assertOneKill(Told<OomEvent> told) {
        long ooms = 0;
        long kills = 0;
        while (kills == 0 || ooms == 0) {
            OomEvent event = told.next();
            assertThat(event.group()).isEqualTo(box);
            ooms += event.ooms();
            kills += event.kills().orElseThrow();
        }
        assertThat(kills).isEqualTo(1);
        told.assertNothingMore();
    }

    @Test
    void crossingAThresholdIsToldInBothDirections() {
        Told<MemoryThresholdEvent> told = new Told<>(host);
        try (Subscription subscription = box.onMemoryThreshold(THRESHOLD, told)) {
            assertThat(host.startUsing(box, MUCH)).isTrue();
            MemoryThresholdEvent risen = told.next();
            assertThat(risen.group()).isEqualTo(box);
            assertThat(risen.threshold()).isEqualTo(THRESHOLD);
            assertThat(risen.reached()).isTrue();
            assertThat(risen.usage()).isGreaterThanOrEqualTo(THRESHOLD);
            told.assertNothingMore();

            host.stopUsing(box);
            MemoryThresholdEvent fallen = told.next();
            assertThat(fallen.reached()).isFalse();
            assertThat(fallen.usage()).isLessThan(THRESHOLD);
            assertThat(subscription.isActive()).isTrue();
        }
    }

    @Test
    void theRemovalOfTheGroupIsTheEnd() {
        Told<OomEvent> ooms = new Told<>(host);
        Told<MemoryThresholdEvent> thresholds = new Told<>(host);
        List<Subscription> subscriptions = List.of(box.onOom(ooms), box.onMemoryThreshold(THRESHOLD, thresholds));
        box.delete();
        ooms.assertRemoved();
        thresholds.assertRemoved();
        assertThat(subscriptions).noneMatch(Subscription::isActive);
    }

    @Test
    void theDisablingOfTheControllerIsAnEndButNoRemoval() {
        Path above = box.files(Controller.MEMORY).directory();
        if (!box.files(Controller.MEMORY).list().contains("memory.current")) {
            // On v1 no group is without it.
            return;
        }
        Cgroup inner = box.child("inner").memoryMax(MUCH.bytes());
        Told<OomEvent> ooms = new Told<>(host);
        Told<MemoryThresholdEvent> thresholds = new Told<>(host);
        List<Subscription> subscriptions = List.of(inner.onOom(ooms), inner.onMemoryThreshold(THRESHOLD, thresholds));
        host.files().write(above.resolve("cgroup.subtree_control"), "-memory");
        assertThat(List.of(ooms.end(), thresholds.end())).allSatisfy(end -> {
            assertThat(end.isRemoved()).isFalse();
            assertThat(end.why()).isInstanceOf(ControllerUnavailableException.class);
        });
        assertThat(subscriptions).noneMatch(Subscription::isActive);
    }

    @Test
    void whatCannotBeIsRefused() {
        Told<OomEvent> ooms = new Told<>(host);
        Told<MemoryThresholdEvent> thresholds = new Told<>(host);
        assertThatThrownBy(() -> box.onMemoryThreshold(DataSize.ofBytes(0), thresholds))
                .isInstanceOf(InvalidValueException.class);
        box.delete();
        assertThatThrownBy(() -> box.onOom(ooms)).isInstanceOf(CgroupNotFoundException.class);
        assertThatThrownBy(() -> box.onMemoryThreshold(THRESHOLD, thresholds))
                .isInstanceOf(CgroupNotFoundException.class);
    }

    @Test
    void aRootIsRefused() {
        Cgroup root = host.top();
        assertThatThrownBy(() -> root.onOom(new Told<>(host))).isInstanceOf(UnsupportedSettingException.class);
        assertThatThrownBy(() -> root.onMemoryThreshold(THRESHOLD, new Told<>(host)))
                .isInstanceOf(UnsupportedSettingException.class);
    }
}
