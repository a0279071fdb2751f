package io.cgroups.v1;

import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelNumbers;
import io.cgroups.spi.KernelSizes;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import java.util.Optional;
import java.util.OptionalLong;

/** Limits and counters as v1 writes and shows them. */
final class V1Sizes {
    static final String UNLIMITED = "-1";

    /** The largest base page of any architecture, which unlimited is rounded down to at the most. */
    private static final long LARGEST_PAGE = 64 << 10;

    private V1Sizes() {}

    /** The limit as it is written. */
    static String text(Limit<DataSize> limit) {
        return KernelSizes.text(limit, UNLIMITED);
    }

    /** The limit that was read: unlimited is the largest number, rounded down to whole pages. */
    static Limit<DataSize> limit(long bytes) {
        return bytes > Long.MAX_VALUE - LARGEST_PAGE ? Limit.unlimited() : Limit.of(DataSize.ofBytes(bytes));
    }

    /** Sets a counter back, where the group has it; any text does. */
    static void reset(GroupDir dir, String file) {
        if (dir.has(file)) {
            dir.write(file, "0");
        }
    }

    /** The size of a base page, which shows where a group or one above is unlimited. */
    static OptionalLong findPage(GroupDir dir) {
        for (Optional<GroupDir> at = Optional.of(dir);
                at.isPresent();
                at = at.get().parent()) {
            for (String file : new String[] {V1Memory.LIMIT, V1Memory.SOFT_LIMIT}) {
                OptionalLong page = page(at.get(), file);
                if (page.isPresent()) {
                    return page;
                }
            }
        }
        return OptionalLong.empty();
    }

    private static OptionalLong page(GroupDir dir, String file) {
        return dir.readIfPresent(file).stream()
                .mapToLong(text -> KernelNumbers.parse(dir.file(file), text))
                .filter(bytes -> limit(bytes).isUnlimited())
                .map(bytes -> Long.MAX_VALUE - bytes + 1)
                .findFirst();
    }
}
