package io.cgroups.v1;

import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelNumbers;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import java.util.Optional;
import java.util.OptionalLong;

/** Limits, usages and counters of v1's page counters, which memory and hugetlb share. */
final class V1Sizes {
    static final String UNLIMITED = "-1";

    private V1Sizes() {}

    /** The limit as it is written. */
    static String text(Limit<DataSize> limit) {
        return limit.text(size -> Long.toString(size.bytes()), UNLIMITED);
    }

    /** The limit that was read: unlimited is the largest number, rounded down to whole pages. */
    static Limit<DataSize> limit(long bytes, long page) {
        return bytes > Long.MAX_VALUE - page ? Limit.unlimited() : Limit.of(DataSize.ofBytes(bytes));
    }

    static DataSize size(GroupDir dir, String file) {
        return DataSize.ofBytes(KernelNumbers.parseCounter(dir.file(file), dir.read(file)));
    }

    static Optional<DataSize> findSize(GroupDir dir, String file) {
        return dir.readIfPresent(file).map(text -> DataSize.ofBytes(KernelNumbers.parseCounter(dir.file(file), text)));
    }

    static OptionalLong findCount(GroupDir dir, String file) {
        return dir.readIfPresent(file)
                .map(text -> OptionalLong.of(KernelNumbers.parseCounter(dir.file(file), text)))
                .orElse(OptionalLong.empty());
    }

    /** Sets a counter back, where the group has it; any text does. */
    static void reset(GroupDir dir, String file) {
        if (dir.has(file)) {
            dir.write(file, "0");
        }
    }
}
