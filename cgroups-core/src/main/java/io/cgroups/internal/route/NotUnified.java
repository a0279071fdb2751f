package io.cgroups.internal.route;

import io.cgroups.Failure;
import io.cgroups.HostLayout;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.spi.GroupDir;

/** Why a group has nothing of what only the unified hierarchy has. */
final class NotUnified {
    private NotUnified() {}

    static UnsupportedSettingException exception(HostLayout layout, Class<?> facet, GroupDir dir) {
        String why = layout.kind() == HostLayout.Kind.LEGACY
                ? "this host mounts only v1; mount the unified hierarchy, for example: mount -t cgroup2 none"
                        + " /sys/fs/cgroup/unified"
                : "the group is on v1 only; with Cgroups.builder().unified() it takes part in the unified hierarchy";
        return new UnsupportedSettingException(
                Failure.of("use " + facet.getSimpleName(), why).at(dir.path()));
    }
}
