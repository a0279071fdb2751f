package io.cgroups.spi;

import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import java.nio.file.Path;
import java.util.Optional;

/** Limits, usages and counters of the kernel's page counters, which memory and hugetlb share. */
public final class KernelSizes {
    /** How v2 writes unlimited; v1 takes -1 and shows a number. */
    public static final String MAX = "max";

    private KernelSizes() {}

    /**
     * Parses a limit.
     *
     * @param file where it was read, for the exception
     * @param text a number of bytes, or {@link #MAX}
     * @param page the largest size a page can have: v1, and v2 for huge pages of a new group, show unlimited as the largest
     *     number, rounded down to whole pages
     * @return the limit
     * @throws io.cgroups.CgroupFormatException if it is no such text
     */
    public static Limit<DataSize> limit(Path file, String text, long page) {
        if (text.equals(MAX)) {
            return Limit.unlimited();
        }
        long bytes = KernelNumbers.parseCounter(file, text);
        return bytes > Long.MAX_VALUE - page ? Limit.unlimited() : Limit.of(DataSize.ofBytes(bytes));
    }

    /**
     * Formats a limit.
     *
     * @param limit the limit
     * @param unlimited how the hierarchy writes unlimited
     * @return what to write
     */
    public static String text(Limit<DataSize> limit, String unlimited) {
        return limit.text(size -> Long.toString(size.bytes()), unlimited);
    }

    /**
     * Reads a size that not every kernel has.
     *
     * @param dir the group
     * @param file the control file
     * @return the size, empty when the group has no such file
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    public static Optional<DataSize> find(GroupDir dir, String file) {
        return dir.readIfPresent(file).map(text -> DataSize.ofBytes(KernelNumbers.parseCounter(dir.file(file), text)));
    }
}
