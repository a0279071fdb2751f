package io.cgroups.testkit;

import io.cgroups.Errno;
import java.math.BigInteger;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Usage, peak, limit and failures of one resource of one group; what is charged to it is charged to those above too. */
final class V1PageCounter {
    private static final Pattern SIZE = Pattern.compile("(0x\\p{XDigit}+|\\d*)([KMGTPE]?)", Pattern.CASE_INSENSITIVE);
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private final @Nullable V1PageCounter parent;
    private final long page;
    private long limit;
    private long usage;
    private long peak;
    private long failures;

    V1PageCounter(@Nullable V1PageCounter parent, long page) {
        this.parent = parent;
        this.page = page;
        this.limit = wholePages(Long.MAX_VALUE);
    }

    long limit() {
        return limit;
    }

    /** The smallest limit of this counter and those above. */
    long effectiveLimit() {
        return parent == null ? limit : Math.min(limit, parent.effectiveLimit());
    }

    long usage() {
        return usage;
    }

    /** Charges or, when negative, gives back; false when a limit stands in the way, which counts as a failure there. */
    boolean charge(long bytes) {
        for (V1PageCounter at = this; at != null; at = at.parent) {
            if (bytes > 0 && at.usage + bytes > at.limit) {
                at.failures++;
                return false;
            }
        }
        chargeAlways(bytes);
        return true;
    }

    /** Charges what the kernel needs itself, whatever the limits. */
    void chargeAlways(long bytes) {
        for (V1PageCounter at = this; at != null; at = at.parent) {
            at.usage += bytes;
            at.peak = Math.max(at.peak, at.usage);
        }
    }

    /** Adds the four files, which the root has too but takes no limit in. */
    void addFiles(MemGroup group, String prefix, LongPredicate allowed) {
        group.file(prefix + "limit_in_bytes", MemFile.of(() -> Long.toString(limit), text -> {
            long wanted = parse(text);
            if (group.isRoot() || !allowed.test(wanted)) {
                throw new KernelRefusal(Errno.EINVAL);
            }
            if (usage > wanted) {
                throw new KernelRefusal(Errno.EBUSY);
            }
            limit = wanted;
        }));
        group.file(prefix + "usage_in_bytes", MemFile.readOnly(() -> Long.toString(usage)));
        group.file(prefix + "max_usage_in_bytes", MemFile.of(() -> Long.toString(peak), text -> peak = usage));
        group.file(prefix + "failcnt", MemFile.of(() -> Long.toString(failures), text -> failures = 0));
    }

    /** Parses like {@code page_counter_memparse()}: -1, or a number with a suffix, down to whole pages, never too large. */
    long parse(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (text.equals("-1")) {
            return wholePages(Long.MAX_VALUE);
        }
        if (!matcher.matches()) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        String digits = matcher.group(1);
        BigInteger number = digits.startsWith("0x")
                ? new BigInteger(digits.substring(2), 16)
                : new BigInteger(digits.isEmpty() ? "0" : digits);
        int power = matcher.group(2).isEmpty()
                ? 0
                : "KMGTPE".indexOf(Character.toUpperCase(matcher.group(2).charAt(0))) + 1;
        return wholePages(number.shiftLeft(10 * power).min(LARGEST).longValueExact());
    }

    private long wholePages(long bytes) {
        return bytes - bytes % page;
    }
}
