package io.cgroups.internal.route;

import io.cgroups.Controller;
import io.cgroups.Failure;
import io.cgroups.InvalidValueException;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.event.EventListener;
import io.cgroups.event.FrozenEvent;
import io.cgroups.event.MemoryThresholdEvent;
import io.cgroups.event.OomEvent;
import io.cgroups.event.PopulatedEvent;
import io.cgroups.event.PressureEvent;
import io.cgroups.event.PressureTrigger;
import io.cgroups.event.Subscription;
import io.cgroups.internal.follow.Following;
import io.cgroups.pressure.GroupPressure;
import io.cgroups.spi.EventDialect;
import io.cgroups.spi.EventFeed;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelEvents;
import io.cgroups.spi.OomCounts;
import io.cgroups.unit.DataSize;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Events of a group: each kind comes from the hierarchy that can tell of it. */
abstract class RoutedEvents extends RoutedWork {

    RoutedEvents(Host host, List<GroupDir> dirs) {
        super(host, dirs);
    }

    /** Where the group has a controller; throws {@link io.cgroups.ControllerUnavailableException} without it. */
    abstract GroupDir require(Controller controller);

    @Override
    public Subscription onOom(EventListener<OomEvent> listener) {
        Objects.requireNonNull(listener, "listener");
        GroupDir dir = belowRoot(require(Controller.MEMORY), "want of memory");
        return follow(() -> dialect(dir).ooms(dir), this::ooms, listener);
    }

    private Optional<OomEvent> ooms(OomCounts before, OomCounts now) {
        OomCounts more = now.since(before);
        return more.isNothing()
                ? Optional.empty()
                : Optional.of(new OomEvent(this, more.ooms(), more.kills(), more.groupKills()));
    }

    @Override
    public Subscription onPopulated(EventListener<PopulatedEvent> listener) {
        Objects.requireNonNull(listener, "listener");
        GroupDir asked = unified().or(() -> dir(Controller.PIDS)).orElse(dirs.get(0));
        GroupDir dir = belowRoot(asked, "members");
        return follow(
                () -> dialect(dir).populated(dir), changed(populated -> new PopulatedEvent(this, populated)), listener);
    }

    @Override
    public Subscription onFrozen(EventListener<FrozenEvent> listener) {
        Objects.requireNonNull(listener, "listener");
        GroupDir dir = belowRoot(require(Controller.FREEZER), "freezing");
        return follow(() -> dialect(dir).frozen(dir), changed(frozen -> new FrozenEvent(this, frozen)), listener);
    }

    private interface StateEvent<E> {
        E of(boolean state);
    }

    private static <E> BiFunction<Boolean, Boolean, Optional<E>> changed(StateEvent<E> event) {
        return (before, now) -> before.equals(now) ? Optional.empty() : Optional.of(event.of(now));
    }

    @Override
    public Subscription onPressure(PressureTrigger trigger, EventListener<PressureEvent> listener) {
        Objects.requireNonNull(listener, "listener");
        Objects.requireNonNull(trigger, "trigger");
        GroupDir dir =
                unified().orElseThrow(() -> NotUnified.exception(host.layout(), GroupPressure.class, dirs.get(0)));
        return follow(
                () -> dialect(dir).stalled(dir, trigger),
                (before, now) -> stalled(trigger, now.minus(before)),
                listener);
    }

    private Optional<PressureEvent> stalled(PressureTrigger trigger, Duration lost) {
        return lost.isZero() ? Optional.empty() : Optional.of(new PressureEvent(this, trigger, lost));
    }

    @Override
    public Subscription onMemoryThreshold(DataSize threshold, EventListener<MemoryThresholdEvent> listener) {
        Objects.requireNonNull(listener, "listener");
        InvalidValueException.inRange(
                "memory threshold in bytes", threshold.bytes(), 1, Long.MAX_VALUE, "no usage is below 0");
        GroupDir dir = belowRoot(require(Controller.MEMORY), "a memory threshold");
        return follow(
                () -> dialect(dir).memory(dir, threshold), (before, now) -> crossed(threshold, before, now), listener);
    }

    private Optional<MemoryThresholdEvent> crossed(DataSize threshold, DataSize before, DataSize now) {
        boolean reached = now.compareTo(threshold) >= 0;
        return reached == before.compareTo(threshold) >= 0
                ? Optional.empty()
                : Optional.of(new MemoryThresholdEvent(this, threshold, reached, now));
    }

    private EventDialect dialect(GroupDir dir) {
        return host.driver(dir.hierarchy()).events();
    }

    private GroupDir belowRoot(GroupDir dir, String what) {
        if (host.driver(dir.hierarchy()).isRoot(dir)) {
            throw new UnsupportedSettingException(
                    Failure.of("wait for " + what, "the root of a hierarchy does not tell of it; use a group below")
                            .at(dir.path()));
        }
        return dir;
    }

    private <R, E> Subscription follow(
            Supplier<EventFeed<R>> feed, BiFunction<R, R, Optional<E>> news, EventListener<E> listener) {
        KernelEvents kernel = host.files()
                .events()
                .orElseThrow(() -> new UnsupportedSettingException(
                        Failure.of("wait for events", "this gate to the kernel has none")));
        return Following.begin(
                kernel, feed.get(), news, new ExplainedEnd<>(listener, () -> Objects.requireNonNull(feed.get())));
    }
}
