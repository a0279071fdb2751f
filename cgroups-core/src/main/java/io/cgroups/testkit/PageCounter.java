package io.cgroups.testkit;

import io.cgroups.Errno;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Usage, peak and limit of one resource of one group; what is charged to it is charged to those above too. */
final class PageCounter {
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private final @Nullable PageCounter parent;
    private final long page;
    private long limit;
    private long usage;
    private long peak;

    PageCounter(@Nullable PageCounter parent, long page) {
        this.parent = parent;
        this.page = page;
        this.limit = unlimited();
    }

    /** The value that stands for no limit: the largest number of whole pages. */
    long unlimited() {
        return wholePages(Long.MAX_VALUE);
    }

    long limit() {
        return limit;
    }

    void setLimit(long bytes) {
        limit = bytes;
    }

    /** Sets the limit unless more is in use, as {@code page_counter_set_max()}. */
    void setLimitOverUsage(long bytes) {
        if (usage > bytes) {
            throw new KernelRefusal(Errno.EBUSY);
        }
        limit = bytes;
    }

    /** The smallest limit of this counter and those above. */
    long effectiveLimit() {
        return parent == null ? limit : Math.min(limit, parent.effectiveLimit());
    }

    long usage() {
        return usage;
    }

    long peak() {
        return peak;
    }

    void resetPeak() {
        peak = usage;
    }

    /** Charges, or gives back what is negative; nothing is charged where a limit stands in the way, which is returned. */
    Optional<PageCounter> charge(long bytes) {
        for (PageCounter at = this; at != null; at = at.parent) {
            if (bytes > 0 && at.usage + bytes > at.limit) {
                return Optional.of(at);
            }
        }
        chargeAlways(bytes);
        return Optional.empty();
    }

    /** Charges what the kernel needs itself, whatever the limits. */
    void chargeAlways(long bytes) {
        for (PageCounter at = this; at != null; at = at.parent) {
            at.usage += bytes;
            at.peak = Math.max(at.peak, at.usage);
        }
    }

    /** Parses like {@code page_counter_memparse()}: the word for no limit, or a size, down to whole pages. */
    long parse(String text, String unlimitedWord) {
        return text.equals(unlimitedWord)
                ? unlimited()
                : wholePages(KernelText.size(text).min(LARGEST).longValueExact());
    }

    private long wholePages(long bytes) {
        return bytes - bytes % page;
    }
}
