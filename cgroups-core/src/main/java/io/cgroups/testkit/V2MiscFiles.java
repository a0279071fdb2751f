package io.cgroups.testkit;

import io.cgroups.Errno;

/** The misc controller on a machine that has none of its resources: nothing to read, and nothing to limit. */
final class V2MiscFiles implements MemController {

    @Override
    public void populate(MemGroup group) {
        if (group.isRoot()) {
            group.file("misc.capacity", MemFile.readOnly(() -> ""));
            return;
        }
        group.file("misc.current", MemFile.readOnly(() -> ""));
        group.file("misc.events", MemFile.readOnly(() -> ""));
        group.file("misc.max", MemFile.of(() -> "", text -> {
            throw new KernelRefusal(Errno.EINVAL);
        }));
    }
}
