package io.cgroups.internal.route;

import io.cgroups.Capabilities;
import io.cgroups.Capability;
import io.cgroups.CgroupAccessException;
import io.cgroups.Hierarchy;
import io.cgroups.Setting;
import io.cgroups.Support;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.spi.CgroupPrograms;
import io.cgroups.spi.GroupContext;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.HierarchyDriver;
import io.cgroups.spi.SettingSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds out what works for a group: from the outside in, the hierarchy, the group in it, and the files. */
final class CapabilityCheck {
    private final Host host;
    private final GroupContext group;
    private final List<GroupDir> dirs;

    CapabilityCheck(Host host, GroupContext group, List<GroupDir> dirs) {
        this.host = host;
        this.group = group;
        this.dirs = dirs;
    }

    Capabilities all() {
        return new Capabilities(Arrays.stream(Setting.values()).map(this::of).toList());
    }

    private Capability of(Setting setting) {
        Optional<GroupDir> dir =
                setting.controller().isPresent() ? setting.controller().flatMap(group::dir) : group.unified();
        return dir.map(there -> inside(there, setting)).orElseGet(() -> outside(setting));
    }

    private Capability inside(GroupDir dir, Setting setting) {
        HierarchyDriver driver = host.driver(dir.hierarchy());
        SettingSource source = driver.source(setting);
        if (source instanceof SettingSource.Nothing nothing) {
            return capability(setting, Support.NO_EQUIVALENT, nothing.instead());
        }
        if (source instanceof SettingSource.Program program) {
            return program(dir, setting, program);
        }
        SettingFiles files = new SettingFiles(dir, setting, (SettingSource.Files) source);
        return setting.controller()
                .flatMap(group::whyUnavailable)
                .map(why -> files.capability(Support.NOT_ENABLED, why.hint()))
                .orElseGet(() -> files.capability(driver.isRoot(dir)));
    }

    /** Asks for the programs that are attached, which takes what attaching one does. */
    private static Capability program(GroupDir dir, Setting setting, SettingSource.Program source) {
        Optional<CgroupPrograms> programs = dir.files().programs();
        if (programs.isEmpty()) {
            return capability(
                    setting, Support.NOT_IN_KERNEL, "there are no BPF programs here; it needs " + source.since());
        }
        try {
            programs.get().attached(dir.path(), source.hook());
            return capability(
                    setting, Support.WORKS, "by a BPF program (" + source.hook().kernelName() + ")");
        } catch (UnsupportedSettingException e) {
            return capability(setting, Support.NOT_IN_KERNEL, e.hint());
        } catch (CgroupAccessException e) {
            return capability(setting, Support.NOT_DELEGATED, e.hint());
        }
    }

    /** The group is in no hierarchy that could have the setting. */
    private Capability outside(Setting setting) {
        Optional<Hierarchy> carrier = setting.controller().isPresent()
                ? setting.controller().flatMap(host.layout()::hierarchy)
                : host.layout().hierarchies().stream()
                        .filter(hierarchy -> hierarchy.version() == Hierarchy.Version.V2)
                        .findFirst();
        return carrier.map(hierarchy -> capability(
                        setting,
                        Support.NOT_IN_GROUP,
                        NotInGroup.why(
                                host,
                                hierarchy,
                                setting.controller()
                                        .map(controller -> "name " + controller + " when it is created")
                                        .orElse("use Cgroups.builder().unified()"))))
                .or(() -> instead(setting).map(hint -> capability(setting, Support.NO_EQUIVALENT, hint)))
                .orElseGet(() -> capability(
                        setting,
                        Support.NOT_MOUNTED,
                        setting.controller()
                                .map(host.layout()::whyMissing)
                                .orElse("it needs the unified hierarchy; mount it: mount -t cgroup2 none DIRECTORY")));
    }

    /** What to use instead, where none of the hierarchies at hand is of a version that has the setting. */
    private Optional<String> instead(Setting setting) {
        List<String> hints = dirs.stream()
                .map(dir -> host.driver(dir.hierarchy()).source(setting))
                .flatMap(source -> source instanceof SettingSource.Nothing nothing
                        ? Optional.of(nothing.instead()).stream()
                        : Optional.<String>empty().stream())
                .toList();
        return hints.size() == dirs.size() ? hints.stream().findFirst() : Optional.empty();
    }

    private static Capability capability(Setting setting, Support support, String reason) {
        return new Capability(setting, support, reason, List.of());
    }
}
