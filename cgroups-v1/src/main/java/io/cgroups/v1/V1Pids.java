package io.cgroups.v1;

import io.cgroups.Controller;
import io.cgroups.pids.PidsController;
import io.cgroups.pids.PidsSpec;
import io.cgroups.pids.PidsStats;
import io.cgroups.spi.DriverFacet;
import io.cgroups.spi.FlatKeyed;
import io.cgroups.spi.GroupContext;
import io.cgroups.spi.KernelNumbers;
import io.cgroups.spi.KernelWrite;
import io.cgroups.unit.Limit;
import java.util.List;
import java.util.OptionalLong;

/** The pids controller. */
final class V1Pids extends DriverFacet<PidsSpec, PidsController> implements PidsController {
    private static final String MAX = "pids.max";
    private static final String CURRENT = "pids.current";
    private static final String UNLIMITED = "max";
    private static final String SINCE = "a group below the root of the hierarchy";

    V1Pids(GroupContext group) {
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
        String text = readRequired(MAX, SINCE);
        return text.equals(UNLIMITED) ? Limit.unlimited() : Limit.of(KernelNumbers.parse(dir().file(MAX), text));
    }

    @Override
    public long current() {
        return KernelNumbers.parseCounter(dir().file(CURRENT), readRequired(CURRENT, SINCE));
    }

    @Override
    public PidsStats stats() {
        String events = "pids.events";
        OptionalLong refusals = dir().readIfPresent(events)
                .map(text -> FlatKeyed.parse(dir().file(events), text).find("max"))
                .orElse(OptionalLong.empty());
        return new PidsStats(current(), V1Sizes.findCount(dir(), "pids.peak"), refusals);
    }
}
