package io.cgroups.v2;

import io.cgroups.event.PressureTrigger;
import io.cgroups.spi.EventDialect;
import io.cgroups.spi.EventFeed;
import io.cgroups.spi.FlatKeyed;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelNumbers;
import io.cgroups.spi.OomCounts;
import io.cgroups.spi.RequiredFile;
import io.cgroups.spi.SignalSource;
import io.cgroups.unit.DataSize;
import java.time.Duration;

/** What v2 tells of a group: everything but how much memory is in use, which is looked at again and again. */
final class V2EventDialect implements EventDialect {
    static final V2EventDialect INSTANCE = new V2EventDialect();

    /** Short against what a person notices, long against what a look costs. */
    private static final Duration LOOK = Duration.ofMillis(50);

    private V2EventDialect() {}

    @Override
    public EventFeed<OomCounts> ooms(GroupDir dir) {
        String file = V2MemoryReadings.EVENTS;
        RequiredFile.read(V2Gate.gated(dir), file, V2MemoryLimits.BELOW_ROOT);
        return EventFeed.of(
                text -> ooms(FlatKeyed.parse(dir.file(file), text)), new SignalSource.Change(dir.file(file)));
    }

    private static OomCounts ooms(FlatKeyed events) {
        return new OomCounts(events.require("oom"), events.find("oom_kill"), events.find("oom_group_kill"));
    }

    @Override
    public EventFeed<Boolean> populated(GroupDir dir) {
        return state(dir, "populated", V2MemoryLimits.BELOW_ROOT);
    }

    @Override
    public EventFeed<Boolean> frozen(GroupDir dir) {
        return state(dir, "frozen", V2FreezerDialect.NEEDS);
    }

    private static EventFeed<Boolean> state(GroupDir dir, String state, String needs) {
        V2Events.isOn(dir, state, needs);
        String on = state + " 1";
        return EventFeed.of(
                text -> text.lines().anyMatch(on::equals), new SignalSource.Change(dir.file(V2Events.FILE)));
    }

    @Override
    public EventFeed<DataSize> memory(GroupDir dir, DataSize threshold) {
        String file = V2MemoryReadings.USAGE;
        RequiredFile.read(V2Gate.gated(dir), file, V2MemoryLimits.BELOW_ROOT);
        return EventFeed.of(
                text -> DataSize.ofBytes(KernelNumbers.parseCounter(dir.file(file), text.strip())),
                new SignalSource.Look(dir.file(file), LOOK));
    }

    @Override
    public EventFeed<Duration> stalled(GroupDir dir, PressureTrigger trigger) {
        return V2StallFeed.of(dir, trigger);
    }
}
