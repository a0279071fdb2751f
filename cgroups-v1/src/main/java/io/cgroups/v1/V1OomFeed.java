package io.cgroups.v1;

import io.cgroups.spi.EventFeed;
import io.cgroups.spi.FlatKeyed;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.OomCounts;
import io.cgroups.spi.RequiredFile;
import io.cgroups.spi.SignalSource;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/**
 * Memory that runs out: the kernel tells of it before it kills, so the kill is found a moment later. Of kills because the
 * machine has no memory left it does not tell at all.
 */
final class V1OomFeed implements EventFeed<OomCounts> {
    private static final Duration KILLING = Duration.ofMillis(100);

    private final GroupDir dir;

    /** The kernel does not count them itself. */
    private long ooms;

    private V1OomFeed(GroupDir dir) {
        this.dir = dir;
    }

    static V1OomFeed of(GroupDir dir) {
        RequiredFile.read(dir, V1Memory.OOM_CONTROL, V1Memory.OOM_SINCE);
        return new V1OomFeed(dir);
    }

    @Override
    public List<SignalSource> sources() {
        return List.of(
                V1EventDialect.told(dir, V1Memory.OOM_CONTROL, ""),
                new SignalSource.Look(dir.file(V1Memory.OOM_CONTROL), V1EventDialect.RARE_LOOK));
    }

    @Override
    public OomCounts read(String text, long told) {
        ooms += told;
        OptionalLong kills =
                FlatKeyed.parse(dir.file(V1Memory.OOM_CONTROL), text).find("oom_kill");
        return new OomCounts(ooms, kills, OptionalLong.empty());
    }

    @Override
    public Duration aftermath() {
        return KILLING;
    }
}
