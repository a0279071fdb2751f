package io.cgroups.testkit;

import io.cgroups.Errno;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** A resource of one group as v1 shows it, in four files: its limit, usage, peak and how often a limit was met. */
final class V1Counter {
    private static final String NO_LIMIT = "-1";

    private final @Nullable V1Counter parent;
    private final PageCounter pages;
    private long failures;

    V1Counter(@Nullable V1Counter parent, long page) {
        this.parent = parent;
        this.pages = new PageCounter(parent == null ? null : parent.pages, page);
    }

    PageCounter pages() {
        return pages;
    }

    long parse(String text) {
        return pages.parse(text, NO_LIMIT);
    }

    /** Charges or, when negative, gives back; false when a limit stands in the way, which counts as a failure there. */
    boolean charge(long bytes) {
        Optional<PageCounter> full = pages.charge(bytes);
        for (V1Counter at = this; at != null && full.isPresent(); at = at.parent) {
            at.failures += full.get() == at.pages ? 1 : 0;
        }
        return full.isEmpty();
    }

    /** Adds the four files, which the root has too but takes no limit in. */
    void addFiles(MemGroup group, String prefix, LongPredicate allowed) {
        group.file(prefix + "limit_in_bytes", MemFile.of(() -> Long.toString(pages.limit()), text -> {
            long wanted = parse(text);
            if (group.isRoot() || !allowed.test(wanted)) {
                throw new KernelRefusal(Errno.EINVAL);
            }
            pages.setLimitOverUsage(wanted);
        }));
        group.file(prefix + "usage_in_bytes", MemFile.readOnly(() -> Long.toString(pages.usage())));
        group.file(
                prefix + "max_usage_in_bytes",
                MemFile.of(() -> Long.toString(pages.peak()), text -> pages.resetPeak()));
        group.file(prefix + "failcnt", MemFile.of(() -> Long.toString(failures), text -> failures = 0));
    }
}
