package io.cgroups.testkit;

import io.cgroups.Errno;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as the kernel parses them from what is written into a control file. */
final class KernelText {
    private static final Pattern NUMBER =
            Pattern.compile("([-+]?)(0x\\p{XDigit}+|0[0-7]*|[1-9]\\d*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIZE =
            Pattern.compile("(0x\\p{XDigit}+|0[0-7]*|[1-9]\\d*|)([KMGTPE]?)", Pattern.CASE_INSENSITIVE);
    private static final BigInteger ALL_BITS =
            BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);

    private KernelText() {}

    /**
     * Parses a signed number like {@code kstrtoll(.., 0, ..)}: 0x is hexadecimal, a leading 0 octal, garbage EINVAL, what
     * does not fit ERANGE.
     */
    static long number(String text) {
        return fit(text, BigInteger.valueOf(Long.MIN_VALUE));
    }

    /** Parses a number like {@code kstrtoull}: a sign is garbage. More than 63 bits are ERANGE, which no file here takes. */
    static long unsigned(String text) {
        if (text.startsWith("-")) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        return fit(text, BigInteger.ZERO);
    }

    private static long fit(String text, BigInteger min) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        BigInteger number = digits(matcher.group(2));
        BigInteger signed = matcher.group(1).equals("-") ? number.negate() : number;
        if (signed.compareTo(min) < 0 || signed.compareTo(BigInteger.valueOf(Long.MAX_VALUE)) > 0) {
            throw new KernelRefusal(Errno.ERANGE);
        }
        return signed.longValueExact();
    }

    private static BigInteger digits(String text) {
        if (text.toLowerCase(Locale.ROOT).startsWith("0x")) {
            return new BigInteger(text.substring(2), 16);
        }
        return text.startsWith("0") ? new BigInteger(text, 8) : new BigInteger(text);
    }

    /** Parses a number and refuses one out of range with EINVAL. */
    static long number(String text, long min, long max) {
        return inRange(number(text), min, max, Errno.EINVAL);
    }

    /** Refuses a number out of range. */
    static long inRange(long number, long min, long max, Errno refusal) {
        if (number < min || number > max) {
            throw new KernelRefusal(refusal);
        }
        return number;
    }

    /** Parses the id of a process or thread, for which everything wrong is EINVAL. */
    static long id(String text) {
        if (!text.matches("\\d{1,10}")) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        return number(text, 0, Integer.MAX_VALUE);
    }

    /** Parses a size like {@code memparse()}: a suffix K to E of either case, and what is over 64 bits is cut off. */
    static BigInteger size(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        String digits = matcher.group(1);
        BigInteger number = digits.isEmpty() ? BigInteger.ZERO : digits(digits).and(ALL_BITS);
        int power = matcher.group(2).isEmpty()
                ? 0
                : "KMGTPE".indexOf(matcher.group(2).toUpperCase(Locale.ROOT)) + 1;
        return number.shiftLeft(10 * power).and(ALL_BITS);
    }
}
