package io.cgroups.testkit;

import io.cgroups.Errno;

/** Numbers as the kernel parses them from what is written into a control file. */
final class KernelText {
    private KernelText() {}

    /** Parses a signed number like {@code kstrtoll(.., 0, ..)}: 0x is hexadecimal, garbage EINVAL, over 64 bits ERANGE. */
    static long number(String text) {
        try {
            return text.startsWith("0x") ? Long.parseLong(text.substring(2), 16) : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new KernelRefusal(text.matches("-?\\d+") ? Errno.ERANGE : Errno.EINVAL);
        }
    }

    /** Parses a number and refuses one out of range with EINVAL. */
    static long number(String text, long min, long max) {
        long number = number(text);
        if (number < min || number > max) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        return number;
    }
}
