package io.cgroups.spi;

import io.cgroups.Controller;
import io.cgroups.pids.PidsController;
import io.cgroups.pids.PidsSpec;
import io.cgroups.pids.PidsStats;
import io.cgroups.unit.Limit;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The pids controller, whose files are the same on both versions. */
public final class PidsFacet extends DriverFacet<PidsSpec, PidsController> implements PidsController {
    private static final String MAX = "pids.max";
    private static final String CURRENT = "pids.current";
    private static final String PEAK = "pids.peak";
    private static final String EVENTS = "pids.events";
    private static final String UNLIMITED = "max";
    private static final String SINCE = "a group below the root of the hierarchy";

    /**
     * Binds the facet to a group.
     *
     * @param group the group, which must have the pids controller
     */
    public PidsFacet(GroupContext group) {
        super(group, Controller.PIDS);
    }

    @Override
    protected PidsController self() {
        return this;
    }

    @Override
    public List<KernelWrite> plan(PidsSpec spec) {
        return spec.max().stream()
                .map(limit -> KernelWrite.of(dir(), require(MAX, SINCE), limit.text(String::valueOf, UNLIMITED)))
                .toList();
    }

    @Override
    public Limit<Long> max() {
        return limit(dir(), readRequired(MAX, SINCE));
    }

    @Override
    public Limit<Long> effectiveMax() {
        return dir().upwards(at -> at.find(MAX).map(text -> limit(at, text))).stream()
                .reduce(Limit.unlimited(), Limit::smaller);
    }

    private static Limit<Long> limit(GroupDir dir, String text) {
        return text.equals(UNLIMITED) ? Limit.unlimited() : Limit.of(KernelNumbers.parse(dir.file(MAX), text));
    }

    @Override
    public long current() {
        return KernelNumbers.parseCounter(dir().file(CURRENT), readRequired(CURRENT, SINCE));
    }

    @Override
    public PidsStats stats() {
        // In this order no peak is below what is there now.
        long current = current();
        GroupSnapshot files = new GroupSnapshot(dir());
        OptionalLong peak = files.findCount(PEAK);
        Map<String, Long> events =
                files.findFlatKeyed(EVENTS).map(FlatKeyed::all).orElse(Map.of());
        return files.of(new PidsStats(current, peak, events));
    }
}
