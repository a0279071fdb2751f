package io.cgroups.internal.route;

import io.cgroups.Capability;
import io.cgroups.CgroupAccessException;
import io.cgroups.CgroupIoException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Setting;
import io.cgroups.Support;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.SettingSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The control files of one setting in one directory. */
final class SettingFiles {
    private final GroupDir dir;
    private final Setting setting;
    private final SettingSource.Files source;

    SettingFiles(GroupDir dir, Setting setting, SettingSource.Files source) {
        this.dir = dir;
        this.setting = setting;
        this.source = source;
    }

    Capability capability(boolean root) {
        List<Path> there = source.names().stream()
                .map(this::find)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
        if (there.isEmpty() || setting.access().writes()) {
            if (root && source.place() == SettingSource.Place.BELOW_ROOT) {
                return capability(Support.NOT_AT_ROOT, "the root of the hierarchy takes none; use a group below it");
            }
            if (!root && source.place() == SettingSource.Place.ROOT) {
                return capability(Support.ONLY_AT_ROOT, "only the root of the hierarchy has " + names());
            }
        }
        if (there.isEmpty()) {
            return capability(Support.NOT_IN_KERNEL, "there is no " + names() + "; it needs " + source.since());
        }
        return there.stream()
                .flatMap(file -> trouble(file).stream())
                .findFirst()
                .orElseGet(() -> new Capability(setting, Support.WORKS, how(there), there));
    }

    private Optional<Capability> trouble(Path file) {
        if (setting.access().writes() && !dir.files().isWritable(file)) {
            return Optional.of(new Capability(setting, Support.NOT_DELEGATED, whyLocked(file), List.of(file)));
        }
        return setting.access().reads() ? unreadable(file) : Optional.empty();
    }

    /** A file can be there though the kernel was booted without what it tells. */
    private Optional<Capability> unreadable(Path file) {
        try {
            dir.files().read(file);
            return Optional.empty();
        } catch (CgroupNotFoundException e) {
            throw e;
        } catch (CgroupAccessException e) {
            return Optional.of(
                    new Capability(setting, Support.NOT_DELEGATED, e.failure().message(), List.of(file)));
        } catch (CgroupIoException e) {
            String reason = "the kernel does not let " + file.getFileName() + " be read; it needs " + source.since();
            return Optional.of(new Capability(setting, Support.NOT_IN_KERNEL, reason, List.of(file)));
        }
    }

    /** The answer before anybody has looked for the files. */
    Capability capability(Support support, String reason) {
        return new Capability(
                setting, support, reason, source.names().stream().map(dir::file).toList());
    }

    /** The files of a name that are there: several where the name stands for every size of huge pages. */
    private List<Path> find(String name) {
        if (!name.contains(SettingSource.ANY_SIZE)) {
            GroupDir holder = source.place() == SettingSource.Place.IN_ROOT
                    ? new GroupDir(dir.files(), dir.hierarchy(), dir.hierarchy().mountPoint())
                    : dir;
            return holder.has(name) ? List.of(holder.file(name)) : List.of();
        }
        String pattern = String.valueOf(dir.file(name).getFileName());
        Pattern sizes = Pattern.compile(Pattern.quote(pattern).replace(SettingSource.ANY_SIZE, "\\E\\d+[KMGT]B\\Q"));
        return dir.files().files(dir.path()).stream()
                .filter(file -> sizes.matcher(file).matches())
                .map(dir.path()::resolve)
                .toList();
    }

    private String names() {
        return String.join(" or ", source.names());
    }

    private String whyLocked(Path file) {
        return dir.hierarchy().readOnly()
                ? "the hierarchy is mounted read-only, as is usual in containers; mount it writable"
                : "the caller may not write " + file + "; it takes root, or the owner of the file in a delegated group";
    }

    private String how(List<Path> there) {
        String files =
                there.stream().map(file -> String.valueOf(file.getFileName())).collect(Collectors.joining(", "));
        return "by " + files + source.conversion().map(" with "::concat).orElse("");
    }
}
