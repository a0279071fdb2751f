package io.cgroups.testkit;

import io.cgroups.Errno;
import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists of CPUs or memory nodes as the kernel reads and writes them: {@code 0-3,8}. */
final class IdRanges {
    private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9})(?::(\\d{1,9})/(\\d{1,9}))?)?");

    private IdRanges() {}

    /**
     * Parses a list: ids and ranges with commas or spaces between them, every {@code used/group} part of a range, or
     * {@code all}. What is no list is EINVAL, and an id that the machine cannot have ERANGE.
     */
    static BitSet parse(String text, int count) {
        BitSet ids = new BitSet();
        if (text.equals("all")) {
            ids.set(0, count);
            return ids;
        }
        for (String part : text.split("[,\\s]+", -1)) {
            if (!part.isEmpty()) {
                add(ids, part, count);
            }
        }
        return ids;
    }

    private static void add(BitSet ids, String part, int count) {
        Matcher range = RANGE.matcher(part);
        if (!range.matches()) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        int first = Integer.parseInt(range.group(1));
        int last = number(range, 2, first);
        int used = number(range, 3, 1);
        int size = number(range, 4, 1);
        if (last < first || used == 0 || used > size) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        if (last >= count) {
            throw new KernelRefusal(Errno.ERANGE);
        }
        for (int id = first; id <= last; id++) {
            if ((id - first) % size < used) {
                ids.set(id);
            }
        }
    }

    private static int number(Matcher range, int part, int otherwise) {
        return Optional.ofNullable(range.group(part)).map(Integer::parseInt).orElse(otherwise);
    }

    static String format(BitSet ids) {
        StringBuilder text = new StringBuilder();
        for (int first = ids.nextSetBit(0); first >= 0; ) {
            int end = ids.nextClearBit(first);
            text.append(text.isEmpty() ? "" : ",").append(first);
            if (end - first > 1) {
                text.append('-').append(end - 1);
            }
            first = ids.nextSetBit(end);
        }
        return text.toString();
    }
}
