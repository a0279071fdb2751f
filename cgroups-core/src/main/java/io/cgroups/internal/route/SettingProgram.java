package io.cgroups.internal.route;

import io.cgroups.Capability;
import io.cgroups.CgroupAccessException;
import io.cgroups.Setting;
import io.cgroups.Support;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.spi.CgroupPrograms;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.SettingSource;
import java.util.List;
import java.util.Optional;

/** A setting that a BPF program of a group carries out: it works for whoever may ask for the programs of the group. */
final class SettingProgram {
    private SettingProgram() {}

    static Capability capability(GroupDir dir, Setting setting, SettingSource.Program source) {
        Optional<CgroupPrograms> programs = dir.files().programs();
        if (programs.isEmpty()) {
            return capability(setting, Support.KERNEL_TOO_OLD, "there are no programs; it needs " + source.since());
        }
        try {
            programs.get().attached(dir.path(), source.hook());
            return capability(
                    setting, Support.WORKS, "by a program at " + source.hook().kernelName());
        } catch (UnsupportedSettingException e) {
            return capability(setting, Support.KERNEL_TOO_OLD, e.failure().message());
        } catch (CgroupAccessException e) {
            return capability(setting, Support.NOT_DELEGATED, e.failure().message());
        }
    }

    private static Capability capability(Setting setting, Support support, String reason) {
        return new Capability(setting, support, reason, List.of());
    }
}
