package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Controller;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.event.FrozenEvent;
import io.cgroups.event.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Being told that all members stand still, and that they go on. */
public abstract class FreezerEventsContract {
    private final TestHost host;
    private Told<FrozenEvent> told;
    private Cgroup box;

    protected FreezerEventsContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeHas(Controller.FREEZER);
        box = host.cgroups().create(host.newName(), Controller.FREEZER);
        told = new Told<>(host);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void freezingAndThawingAreTold() {
        box.attach(host.startProcess());
        try (Subscription subscription = box.onFrozen(told)) {
            box.freeze();
            assertThat(told.next()).isEqualTo(new FrozenEvent(box, true));
            box.thaw();
            assertThat(told.next()).isEqualTo(new FrozenEvent(box, false));
            told.assertNothingMore();
            assertThat(subscription.isActive()).isTrue();
        }
    }

    @Test
    void theFreezingOfAGroupAboveCounts() {
        Cgroup inner = box.child("inner").attach(host.startProcess());
        try (Subscription subscription = inner.onFrozen(told)) {
            box.freeze();
            assertThat(told.next().frozen()).isTrue();
            box.thaw();
            assertThat(told.next().frozen()).isFalse();
            assertThat(subscription.isActive()).isTrue();
        }
    }

    @Test
    void whoIsFrozenAlreadyIsToldOfTheThawFirst() {
        box.freeze();
        try (Subscription subscription = box.onFrozen(told)) {
            box.thaw();
            assertThat(told.next().frozen()).isFalse();
            assertThat(subscription.isActive()).isTrue();
        }
    }

    @Test
    void theRemovalOfTheGroupIsTheEnd() {
        Subscription subscription = box.onFrozen(told);
        box.delete();
        told.assertRemoved();
        assertThat(subscription.isActive()).isFalse();
    }

    @Test
    void aGroupThatIsGoneIsReportedAsGone() {
        box.delete();
        assertThatThrownBy(() -> box.onFrozen(told)).isInstanceOf(CgroupNotFoundException.class);
    }

    @Test
    void aRootIsRefused() {
        Cgroup root = host.top();
        assertThatThrownBy(() -> root.onFrozen(told))
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("use a group below");
    }
}
