package io.cgroups.testkit;

import io.cgroups.Controller;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The core of the unified hierarchy: a group has the controllers that the group above has enabled for its children. */
final class V2Core implements MemCore {

    @Override
    public void populate(MemGroup group) {
        V2Domains.populate(group);
        V2SubtreeControl.populate(group);
        V2Members.populate(group);
        V2Freezing.populate(group);
        V2TreeLimits.populate(group);
        V2Pressure.populate(group);
        V2CpuStat.populate(group);
        group.keep(new MemPrograms.State());
    }

    @Override
    public Map<Controller, MemController> active(MemGroup group) {
        Set<Controller> available = V2SubtreeControl.available(group);
        Map<Controller, MemController> active =
                new LinkedHashMap<>(group.hierarchy().controllers());
        active.keySet().retainAll(available);
        return active;
    }

    @Override
    public void checkCreate(MemGroup parent) {
        V2TreeLimits.checkCreate(parent);
    }

    @Override
    public void checkAttach(MemGroup group, List<MemThread> moved, boolean wholeProcess) {
        V2Members.check(group, moved, wholeProcess);
    }

    @Override
    public boolean stops(MemGroup group) {
        return V2Freezing.isFrozen(group);
    }

    @Override
    public void advance(MemGroup group, Duration time) {
        V2CpuStat.advance(group, time);
        V2Pressure.advance(group, time);
    }

    @Override
    public String mountTail(MemHierarchy hierarchy) {
        return "cgroup2 cgroup2 rw,nsdelegate,memory_recursiveprot";
    }

    @Override
    public String membershipHead(MemHierarchy hierarchy, int number) {
        return "0:";
    }
}
