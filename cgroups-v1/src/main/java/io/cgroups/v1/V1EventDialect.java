package io.cgroups.v1;

import io.cgroups.spi.EventDialect;
import io.cgroups.spi.EventFeed;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelNumbers;
import io.cgroups.spi.OomCounts;
import io.cgroups.spi.SignalSource;
import io.cgroups.unit.DataSize;
import java.time.Duration;

/** What v1 tells of a group: its memory. For everything else it is looked at again and again. */
final class V1EventDialect implements EventDialect {
    static final V1EventDialect INSTANCE = new V1EventDialect();

    /** Short against what a person notices, long against what a look costs. */
    static final Duration LOOK = Duration.ofMillis(50);

    /** For what the kernel does not tell of, although it tells of most. */
    static final Duration RARE_LOOK = Duration.ofSeconds(1);

    private static final String CONTROL = "cgroup.event_control";

    private V1EventDialect() {}

    /** Something that the kernel is asked to tell of. */
    static SignalSource told(GroupDir dir, String file, String argument) {
        return new SignalSource.Control(dir.file(file), dir.file(CONTROL), argument);
    }

    @Override
    public EventFeed<OomCounts> ooms(GroupDir dir) {
        return V1OomFeed.of(dir);
    }

    @Override
    public EventFeed<Boolean> populated(GroupDir dir) {
        return V1PopulatedFeed.of(dir);
    }

    @Override
    public EventFeed<Boolean> frozen(GroupDir dir) {
        V1FreezerDialect freezer = V1FreezerDialect.INSTANCE;
        freezer.state(dir);
        return EventFeed.of(
                text -> freezer.isFrozen(text.strip()), new SignalSource.Look(dir.file(freezer.watched()), LOOK));
    }

    /** The kernel compares when a number of pages has come or gone, so it can miss a crossing that is soon undone. */
    @Override
    public EventFeed<DataSize> memory(GroupDir dir, DataSize threshold) {
        String file = V1MemoryReadings.USAGE;
        dir.read(file);
        return EventFeed.of(
                text -> DataSize.ofBytes(KernelNumbers.parseCounter(dir.file(file), text.strip())),
                told(dir, file, Long.toString(threshold.bytes())),
                new SignalSource.Look(dir.file(file), RARE_LOOK));
    }
}
