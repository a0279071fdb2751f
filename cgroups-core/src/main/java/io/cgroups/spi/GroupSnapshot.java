package io.cgroups.spi;

import io.cgroups.CgroupIoException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.unit.DataSize;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads the control files of a group for one snapshot, each once.
 *
 * <p>A missing file is asked about no further: whether the kernel has none or the group is gone is found out at the end, and only
 * when no file was there after it. So the file that every group has is best read last. Not safe for use by several threads.
 */
public final class GroupSnapshot {
    private final GroupDir dir;
    private boolean isMissing;

    /**
     * Begins a snapshot.
     *
     * @param dir the group
     */
    public GroupSnapshot(GroupDir dir) {
        this.dir = dir;
    }

    /**
     * Reads a file that not every kernel has.
     *
     * @param file the control file
     * @return its text without the line feed at the end, empty when it is missing
     * @throws CgroupIoException if the kernel refuses
     */
    public Optional<String> find(String file) {
        Optional<String> text = dir.find(file);
        isMissing = text.isEmpty();
        return text;
    }

    /**
     * Reads a counter that not every kernel has.
     *
     * @param file the control file
     * @return the number, empty when the file is missing
     * @throws CgroupIoException if the kernel refuses
     * @throws io.cgroups.CgroupFormatException if it is no number
     */
    public OptionalLong findCount(String file) {
        Optional<String> text = find(file);
        return text.isPresent()
                ? OptionalLong.of(KernelNumbers.parseCounter(dir.file(file), text.get()))
                : OptionalLong.empty();
    }

    /**
     * Reads a size that not every kernel has.
     *
     * @param file the control file
     * @return the size, empty when the file is missing
     * @throws CgroupIoException if the kernel refuses
     * @throws io.cgroups.CgroupFormatException if it is no number
     */
    public Optional<DataSize> findSize(String file) {
        return find(file).map(text -> DataSize.ofBytes(KernelNumbers.parseCounter(dir.file(file), text)));
    }

    /**
     * Reads a file of {@code key value} lines that not every kernel has.
     *
     * @param file the control file
     * @return the values by key, empty when the file is missing
     * @throws CgroupIoException if the kernel refuses
     * @throws io.cgroups.CgroupFormatException if it has another format
     */
    public Optional<FlatKeyed> findFlatKeyed(String file) {
        return find(file).map(text -> FlatKeyed.parse(dir.file(file), text));
    }

    /**
     * Reads a file of {@code key value} lines that every group has.
     *
     * @param file the control file
     * @return the values by key
     * @throws CgroupIoException if the kernel refuses
     * @throws io.cgroups.CgroupFormatException if it has another format
     */
    public FlatKeyed readFlatKeyed(String file) {
        FlatKeyed values = dir.readFlatKeyed(file);
        isMissing = false;
        return values;
    }

    /**
     * Ends the snapshot.
     *
     * @param <T> what was made of the files
     * @param snapshot what was made of them
     * @return the same
     * @throws CgroupNotFoundException if files are missing because the group is gone
     */
    public <T> T of(T snapshot) {
        if (isMissing) {
            dir.requireThere("read");
        }
        return snapshot;
    }
}
