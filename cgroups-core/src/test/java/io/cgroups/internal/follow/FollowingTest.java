package io.cgroups.internal.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupFormatException;
import io.cgroups.CgroupIoException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Errno;
import io.cgroups.ValueRejectedException;
import io.cgroups.event.EventListener;
import io.cgroups.event.Subscription;
import io.cgroups.event.SubscriptionEnd;
import io.cgroups.spi.EventFeed;
import io.cgroups.spi.SignalSource;
import io.cgroups.spi.SignalSource.Change;
import io.cgroups.spi.SignalSource.Control;
import io.cgroups.spi.SignalSource.Look;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of signals, whatever they are about. */
class FollowingTest {
    private static final Path FILE = Path.of("/file");
    private static final SignalSource CHANGE = new Change(FILE);
    private static final SignalSource CONTROL = new Control(FILE, Path.of("/control"), "");
    private static final SignalSource LOOK = new Look(FILE, Duration.ofSeconds(1));

    private final FakeEvents kernel = new FakeEvents();
    private final List<Long> events = new ArrayList<>();
    private final List<SubscriptionEnd> ends = new ArrayList<>();
    private final List<Throwable> uncaught = new ArrayList<>();
    private final Thread.UncaughtExceptionHandler former =
            Thread.currentThread().getUncaughtExceptionHandler();

    private final EventListener<Long> listener = new EventListener<>() {
        @Override
        public void event(Long event) {
            events.add(event);
        }

        @Override
        public void ended(SubscriptionEnd end) {
            ends.add(end);
        }
    };

    @BeforeEach
    void handleWhatListenersThrow() {
        Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> uncaught.add(e));
    }

    @AfterEach
    void handleAsBefore() {
        Thread.currentThread().setUncaughtExceptionHandler(former);
    }

    /** Tells how much a number has grown. */
    private static Optional<Long> grown(Long before, Long now) {
        return before.equals(now) ? Optional.empty() : Optional.of(now - before);
    }

    private static EventFeed<Long> feed(SignalSource... sources) {
        return EventFeed.of(Long::valueOf, sources);
    }

    private Subscription follow(SignalSource... sources) {
        return Following.begin(kernel, feed(sources), FollowingTest::grown, listener);
    }

    @Test
    void onlyWhatIsNewIsTold() {
        kernel.say("5");
        Subscription subscription = follow(CHANGE);
        kernel.open(Change.class).fire(1);
        kernel.say("7");
        kernel.open(Change.class).fire(1);
        kernel.open(Change.class).fire(1);
        kernel.say("8");
        kernel.open(Change.class).fire(1);

        assertThat(events).containsExactly(2L, 1L);
        assertThat(subscription.isActive()).isTrue();
        subscription.close();
        assertThat(subscription.isActive()).isFalse();
        assertThat(kernel.open()).isEmpty();
    }

    @Test
    void whatFiresBeforeTheFirstReadingIsWhereItBegins() {
        kernel.meanwhile(() -> {
            kernel.say("3");
            kernel.open(Change.class).fire(1);
        });
        try (Subscription subscription = follow(CHANGE)) {
            kernel.say("4");
            kernel.open(Change.class).fire(1);
            assertThat(events).containsExactly(1L);
            assertThat(subscription.isActive()).isTrue();
        }
    }

    @Test
    void theEndOfOneSourceIsToldOnceAndEndsTheOthers() {
        Subscription subscription = follow(CHANGE, LOOK);
        CgroupIoException gone = FakeEvents.refusal(Errno.ENODEV);
        FakeEvents.FakeSignal look = kernel.open(Look.class);
        kernel.open(Change.class).end(gone);
        look.end(gone);

        assertThat(ends).containsExactly(new SubscriptionEnd(gone));
        assertThat(ends.get(0).isRemoved()).isTrue();
        assertThat(subscription.isActive()).isFalse();
        assertThat(kernel.open()).isEmpty();
        subscription.close();
        assertThat(ends).hasSize(1);
    }

    @Test
    void aReadingThatCannotBeMadeIsTheEnd() {
        EventFeed<Long> broken = EventFeed.of(
                text -> {
                    if (text.equals("x")) {
                        throw new CgroupFormatException(FILE, "a number", text, null);
                    }
                    return 0L;
                },
                CHANGE);
        Subscription subscription = Following.begin(kernel, broken, FollowingTest::grown, listener);
        kernel.say("x");
        kernel.open(Change.class).fire(1);
        assertThat(ends).hasSize(1).allMatch(end -> !end.isRemoved());
        assertThat(subscription.isActive()).isFalse();
        assertThat(uncaught).isEmpty();
    }

    @Test
    void whatAListenerThrowsIsNobodyElsesBusiness() {
        CgroupIoException ofAnotherGroup = FakeEvents.refusal(Errno.ENODEV);
        try (Subscription subscription = Following.begin(kernel, feed(CHANGE), FollowingTest::grown, event -> {
            throw ofAnotherGroup;
        })) {
            kernel.say("1");
            kernel.open(Change.class).fire(1);
            kernel.say("2");
            kernel.open(Change.class).fire(1);
            assertThat(uncaught).containsExactly(ofAnotherGroup, ofAnotherGroup);
            assertThat(subscription.isActive()).isTrue();
        }
    }

    @Test
    void aLambdaDoesNotHideAnEndThatIsNoRemoval() {
        Following.begin(kernel, feed(CHANGE), FollowingTest::grown, event -> {});
        kernel.open(Change.class).end(FakeEvents.refusal(Errno.ENODEV));
        assertThat(uncaught).isEmpty();

        CgroupIoException refusal = FakeEvents.refusal(Errno.EACCES);
        Following.begin(kernel, feed(CHANGE), FollowingTest::grown, event -> {});
        kernel.open(Change.class).end(refusal);
        assertThat(uncaught).containsExactly(refusal);
    }

    @Test
    void aListenerMayCloseItsSubscription() {
        AtomicReference<Subscription> own = new AtomicReference<>();
        EventListener<Long> closing = event -> {
            events.add(event);
            own.get().close();
        };
        own.set(Following.begin(kernel, counting(), FollowingTest::grown, closing));
        FakeEvents.FakeSignal control = kernel.open(Control.class);
        control.fire(1);
        assertThat(events).containsExactly(1L);
        assertThat(kernel.open()).isEmpty();
        // One that was under way already is not told any more.
        kernel.say("9");
        control.fire(1);
        assertThat(events).hasSize(1);
        assertThat(uncaught).isEmpty();
    }

    /** Counts what the kernel tells, and adds it to the text. */
    private static EventFeed<Long> counting() {
        return new EventFeed<>() {
            private long count;

            @Override
            public List<SignalSource> sources() {
                return List.of(CONTROL, LOOK);
            }

            @Override
            public Long read(String text, long told) {
                count += told;
                return count + Long.parseLong(text);
            }

            @Override
            public Duration aftermath() {
                return Duration.ofMillis(60);
            }
        };
    }

    @Test
    void onlyEventsAreCountedAndWhatFollowsThemIsLookedFor() {
        try (Subscription subscription = Following.begin(kernel, counting(), FollowingTest::grown, listener)) {
            kernel.open(Look.class).fire(1);
            assertThat(events).isEmpty();
            kernel.open(Control.class).fire(2);
            assertThat(events).containsExactly(2L);

            FakeEvents.FakeSignal aftermath = kernel.open().get(2);
            aftermath.fire(1);
            kernel.say("10");
            aftermath.fire(1);
            assertThat(events).containsExactly(2L, 10L);
            assertThat(kernel.open()).hasSize(3);
            aftermath.fire(1);
            assertThat(kernel.open()).hasSize(2);
            assertThat(subscription.isActive()).isTrue();
        }
    }

    @Test
    void whatWasCountedBeforeTheRemovalIsToldBeforeTheEnd() {
        kernel.say("7");
        Subscription subscription = Following.begin(kernel, counting(), FollowingTest::grown, listener);
        kernel.say("");
        kernel.open(Control.class).fire(2);
        assertThat(events).containsExactly(2L);
        assertThat(ends).hasSize(1).allMatch(SubscriptionEnd::isRemoved);
        assertThat(subscription.isActive()).isFalse();
    }

    @Test
    void anotherEventMakesTheLooksGoOnAndNotMore() {
        try (Subscription subscription = Following.begin(kernel, counting(), FollowingTest::grown, listener)) {
            kernel.open(Control.class).fire(1);
            FakeEvents.FakeSignal aftermath = kernel.open().get(2);
            aftermath.fire(1);
            aftermath.fire(1);
            kernel.open(Control.class).fire(1);
            aftermath.fire(1);
            aftermath.fire(1);
            assertThat(kernel.open()).hasSize(3);
            aftermath.fire(1);
            assertThat(kernel.open()).hasSize(2);
            kernel.open(Control.class).fire(1);
            assertThat(kernel.open()).hasSize(3);
            assertThat(subscription.isActive()).isTrue();
        }
    }

    @Test
    void withoutADescriptorForThoseLooksItGoesOn() {
        try (Subscription subscription = Following.begin(kernel, counting(), FollowingTest::grown, listener)) {
            kernel.refuse(source -> true);
            kernel.open(Control.class).fire(1);
            kernel.say("5");
            kernel.open(Look.class).fire(1);
            assertThat(events).containsExactly(1L, 5L);
            assertThat(subscription.isActive()).isTrue();
        }
    }

    @Test
    void aRefusalLeavesNothing() {
        kernel.refuse(Look.class::isInstance);
        assertThatThrownBy(() -> follow(CHANGE, LOOK)).isInstanceOf(ValueRejectedException.class);
        assertThat(kernel.open()).isEmpty();

        kernel.refuse(source -> false);
        kernel.say("");
        assertThatThrownBy(() -> follow(CHANGE, LOOK)).isInstanceOf(CgroupNotFoundException.class);
        assertThat(kernel.open()).isEmpty();
        assertThat(ends).isEmpty();
    }

    @Test
    void aGroupThatGoesWhileItBeginsIsToldOnce() {
        kernel.meanwhile(() -> {
            kernel.say("");
            kernel.open(Change.class).end(FakeEvents.refusal(Errno.ENODEV));
        });
        Subscription subscription = follow(CHANGE);
        assertThat(ends).hasSize(1);
        assertThat(subscription.isActive()).isFalse();
    }
}
