package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.event.EventListener;
import io.cgroups.event.Subscription;
import io.cgroups.event.SubscriptionEnd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A thousand subscriptions at once. */
public abstract class ManyEventsContract {
    private static final int GROUPS = 100;
    private static final int OF_EACH_KIND = 5;
    private static final int OF_A_KIND = GROUPS * OF_EACH_KIND;
    private static final int ALL = 2 * OF_A_KIND;

    private final TestHost host;
    private final Set<Thread> tellers = ConcurrentHashMap.newKeySet();

    protected ManyEventsContract(TestHost host) {
        this.host = host;
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    private final class Counting<E> implements EventListener<E> {
        private final CountDownLatch events;
        private final CountDownLatch ends;

        Counting(CountDownLatch events, CountDownLatch ends) {
            this.events = events;
            this.ends = ends;
        }

        @Override
        public void event(E event) {
            tellers.add(Thread.currentThread());
            events.countDown();
        }

        @Override
        public void ended(SubscriptionEnd end) {
            tellers.add(Thread.currentThread());
            assertThat(end.isRemoved()).isTrue();
            ends.countDown();
        }
    }

    @Test
    void oneThreadTellsAThousandListeners() throws InterruptedException {
        CountDownLatch frozen = new CountDownLatch(OF_A_KIND);
        CountDownLatch populated = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(ALL);
        Cgroup top = host.cgroups().create(host.newName(), Controller.FREEZER);
        List<Cgroup> groups = new ArrayList<>();
        List<Subscription> subscriptions = new ArrayList<>();
        for (int i = 0; i < GROUPS; i++) {
            Cgroup group = top.child("g" + i);
            groups.add(group);
            for (int j = 0; j < OF_EACH_KIND; j++) {
                subscriptions.add(group.onFrozen(new Counting<>(frozen, ended)));
                subscriptions.add(group.onPopulated(new Counting<>(populated, ended)));
            }
        }
        groups.forEach(Cgroup::freeze);
        assertThat(frozen.await(2, TimeUnit.MINUTES)).as("%s", frozen).isTrue();
        assertThat(populated.getCount()).isEqualTo(1);
        groups.forEach(Cgroup::delete);
        assertThat(ended.await(2, TimeUnit.MINUTES)).as("%s", ended).isTrue();

        assertThat(subscriptions).hasSize(ALL).noneMatch(Subscription::isActive);
        assertThat(tellers).hasSize(1).allMatch(Thread::isDaemon);
        Thread teller = tellers.iterator().next();
        host.files().clock().await(() -> !teller.isAlive(), Duration.ofMinutes(1));
        assertThat(teller.isAlive()).as("%s", teller).isFalse();
    }
}
