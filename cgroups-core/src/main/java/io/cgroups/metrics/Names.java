package io.cgroups.metrics;

import io.cgroups.CgroupPath;
import io.cgroups.unit.DeviceNumber;
import io.micrometer.core.instrument.Tags;
import java.util.List;

/** A family of meters. Immutable. */
interface Names {

    /** The meters of every group, as far as its kernel reports what they show. */
    List<Metric> metrics();

    /** The meters of one disk. */
    List<Metric> disk(DeviceNumber device, String name);

    /** What a group of a tree has that has groups below it, and so counts what they do. */
    default Tags parent() {
        return Tags.empty();
    }

    /** The tags that tell a group from others; the caller's come first. */
    Tags tags(CgroupPath path, Tags callers);
}
