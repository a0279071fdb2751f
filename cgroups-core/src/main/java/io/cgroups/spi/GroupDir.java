package io.cgroups.spi;

import io.cgroups.CgroupIoException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.Hierarchy;
import io.cgroups.InvalidNameException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The directory of one group in one hierarchy, behind the gate.
 *
 * <p>Control files are named as on a normal mount ({@code cpuset.cpus}), also where the mount leaves the prefix out.
 * Immutable; holds no descriptor.
 *
 * @param files the gate
 * @param hierarchy the hierarchy
 * @param path the directory
 */
public record GroupDir(KernelFiles files, Hierarchy hierarchy, Path path) {

    /**
     * The path of a control file.
     *
     * @param file its name, as on a normal mount
     * @return the path
     * @throws InvalidNameException if the name is not one part of a path
     */
    public Path file(String file) {
        if (file.isEmpty() || file.equals(".") || file.equals("..") || hasSeparator(file)) {
            throw new InvalidNameException(file, "a control file is named without a path, for example cpu.shares");
        }
        return files.file(path, hierarchy.noPrefix() ? withoutPrefix(file) : file);
    }

    private static boolean hasSeparator(String file) {
        return file.indexOf('/') >= 0 || file.indexOf('\0') >= 0;
    }

    private static String withoutPrefix(String file) {
        int dot = file.indexOf('.');
        return dot < 0 || file.startsWith("cgroup.") ? file : file.substring(dot + 1);
    }

    /**
     * Reads a control file.
     *
     * @param file its name
     * @return its text without the line feed at the end
     * @throws CgroupIoException if the kernel refuses
     */
    public String read(String file) {
        return files.read(file(file)).stripTrailing();
    }

    /**
     * Reads a control file that not every kernel has.
     *
     * @param file its name
     * @return its text without the line feed at the end, empty when the group has no such file
     * @throws CgroupNotFoundException if the group itself is gone
     * @throws CgroupIoException if the kernel refuses
     */
    public Optional<String> readIfPresent(String file) {
        try {
            return Optional.of(read(file));
        } catch (CgroupNotFoundException e) {
            if (files.exists(path)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * Reads a control file that may be missing, whatever the reason, at no more cost than finding that out; {@link GroupSnapshot} tells a group that is gone.
     *
     * @param file its name
     * @return its text without the line feed at the end, empty when there is no such file, or the group itself is gone
     * @throws CgroupIoException if the kernel refuses for another reason
     */
    public Optional<String> find(String file) {
        return files.find(file(file)).map(String::stripTrailing);
    }

    /**
     * Reads a control file that holds one number.
     *
     * @param file its name
     * @return the number
     * @throws CgroupIoException if the kernel refuses
     * @throws io.cgroups.CgroupFormatException if it is no number
     */
    public long readNumber(String file) {
        return KernelNumbers.parse(file(file), read(file));
    }

    /**
     * Reads a control file of {@code key value} lines.
     *
     * @param file its name
     * @return the values by key
     * @throws CgroupIoException if the kernel refuses
     * @throws io.cgroups.CgroupFormatException if it has another format
     */
    public FlatKeyed readFlatKeyed(String file) {
        return FlatKeyed.parse(file(file), read(file));
    }

    /**
     * The moment at which something is read, for the difference to another such moment.
     *
     * @return the time on the gate's clock
     */
    public Duration now() {
        return Duration.ofNanos(files.clock().nanoTime());
    }

    /**
     * Checks that the group is there.
     *
     * @param operation what is to be done with it, for the exception
     * @throws CgroupNotFoundException if it is not
     */
    public void requireThere(String operation) {
        if (!files.exists(path)) {
            throw CgroupIoException.of(
                    Failure.of(operation, path, Errno.ENOENT).withHint("the group is gone; somebody removed it"), null);
        }
    }

    /**
     * Whether the group has a control file.
     *
     * @param file its name
     * @return true when it is there
     */
    public boolean has(String file) {
        return files.exists(file(file));
    }

    /**
     * Gives a control file a text.
     *
     * @param file its name
     * @param text at least one character
     * @throws IllegalArgumentException if the text is empty
     * @throws CgroupIoException if the kernel refuses
     */
    public void write(String file, String text) {
        files.write(file(file), text);
    }

    /**
     * The directory above.
     *
     * @return the parent, empty for the root of the mount
     */
    public Optional<GroupDir> parent() {
        return path.equals(hierarchy.mountPoint())
                ? Optional.empty()
                : Optional.ofNullable(path.getParent()).map(above -> new GroupDir(files, hierarchy, above));
    }

    /**
     * Reads something of this group and of those above, up to the root of the mount.
     *
     * @param <T> what is read
     * @param read gives what one group has, which may be nothing
     * @return what there is, that of the nearest group first
     * @throws CgroupNotFoundException if the group itself is gone
     * @throws CgroupIoException if the kernel refuses
     */
    public <T> List<T> upwards(Function<GroupDir, Optional<T>> read) {
        List<T> found = new ArrayList<>();
        Optional<T> own = read.apply(this);
        if (own.isEmpty()) {
            requireThere("read");
        }
        own.ifPresent(found::add);
        for (Optional<GroupDir> above = parent();
                above.isPresent();
                above = above.get().parent()) {
            read.apply(above.get()).ifPresent(found::add);
        }
        return found;
    }

    /**
     * A directory below.
     *
     * @param name the name of a child group
     * @return its directory, which need not exist
     */
    public GroupDir child(String name) {
        return new GroupDir(files, hierarchy, path.resolve(name));
    }

    /**
     * The child groups.
     *
     * @return their directories, sorted by name
     * @throws CgroupIoException if the kernel refuses
     */
    public List<GroupDir> children() {
        return files.directories(path).stream().map(this::child).toList();
    }

    /** Returns the path. */
    @Override
    public String toString() {
        return path.toString();
    }
}
