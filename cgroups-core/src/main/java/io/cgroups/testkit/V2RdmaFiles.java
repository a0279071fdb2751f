package io.cgroups.testkit;

import io.cgroups.Errno;

/** The rdma controller on a machine without such a device: there is nothing to read, and no device to limit. */
final class V2RdmaFiles implements MemController {
    private static final String LIMITS = "\\S+(\\s+hca_(handle|object)=(max|\\d+))*";

    @Override
    public void populate(MemGroup group) {
        if (group.isRoot()) {
            return;
        }
        group.file("rdma.current", MemFile.readOnly(() -> ""));
        group.file("rdma.max", MemFile.of(() -> "", text -> {
            throw new KernelRefusal(text.matches(LIMITS) ? Errno.ENODEV : Errno.EINVAL);
        }));
    }
}
