package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Controller;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.event.PopulatedEvent;
import io.cgroups.event.Subscription;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Being told that the first member came and that the last one left. */
public abstract class PopulatedEventsContract {
    private final TestHost host;
    private final Controller[] controllers;
    private Told<PopulatedEvent> told;
    private Cgroup box;

    /** A group in the hierarchies of these controllers; none means all. */
    protected PopulatedEventsContract(TestHost host, Controller... controllers) {
        this.host = host;
        this.controllers = controllers;
    }

    @BeforeEach
    void makeGroup() {
        List.of(controllers).forEach(host::assumeHas);
        box = host.cgroups().create(host.newName(), controllers);
        told = new Told<>(host);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void theFirstMemberAndTheLastAreTold() {
        long first = host.startProcess();
        long second = host.startProcess();
        try (Subscription subscription = box.onPopulated(told)) {
            box.attach(first);
            assertThat(told.next()).isEqualTo(new PopulatedEvent(box, true));
            box.attach(second);
            host.files().kill(first);
            told.assertNothingMore();
            host.files().kill(second);
            assertThat(told.next()).isEqualTo(new PopulatedEvent(box, false));
            assertThat(subscription.isActive()).isTrue();
        }
    }

    @Test
    void membersOfGroupsBelowCount() {
        Cgroup inner = box.child("inner");
        try (Subscription subscription = box.onPopulated(told)) {
            inner.attach(host.startProcess());
            assertThat(told.next().populated()).isTrue();
            inner.kill();
            assertThat(told.next().populated()).isFalse();
            assertThat(subscription.isActive()).isTrue();
        }
    }

    @Test
    void whatWasThereBeforeIsNotTold() {
        box.attach(host.startProcess());
        try (Subscription subscription = box.onPopulated(told)) {
            told.assertNothingMore();
            box.kill();
            assertThat(told.next().populated()).isFalse();
            assertThat(subscription.isActive()).isTrue();
        }
    }

    @Test
    void theRemovalOfTheGroupIsTheEnd() {
        Subscription subscription = box.onPopulated(told);
        box.delete();
        told.assertRemoved();
        assertThat(subscription.isActive()).isFalse();
        subscription.close();
    }

    @Test
    void aGroupThatIsMadeAnewIsAnotherOne() {
        Subscription subscription = box.onPopulated(told);
        String name = box.path().toString().substring(1);
        box.delete();
        Cgroup again = host.cgroups().create(name, controllers).attach(host.startProcess());
        assertThat(told.end().isRemoved()).isTrue();
        told.assertNothingMore();
        assertThat(subscription.isActive()).isFalse();
        again.kill().delete();
    }

    @Test
    void afterTheCloseNothingIsTold() {
        Subscription subscription = box.onPopulated(told);
        assertThat(subscription.isActive()).isTrue();
        subscription.close();
        subscription.close();
        assertThat(subscription.isActive()).isFalse();
        box.attach(host.startProcess());
        told.assertNothingMore();
        box.kill().delete(Duration.ofMinutes(1));
        told.assertNothingMore();
    }

    @Test
    void aGroupThatIsGoneIsReportedAsGone() {
        box.delete();
        assertThatThrownBy(() -> box.onPopulated(told)).isInstanceOf(CgroupNotFoundException.class);
    }

    @Test
    void aRootIsRefused() {
        Cgroup root = host.top();
        assertThatThrownBy(() -> root.onPopulated(told))
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("use a group below");
    }
}
