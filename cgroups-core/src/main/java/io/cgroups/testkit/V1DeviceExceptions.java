package io.cgroups.testkit;

import io.cgroups.Errno;
import io.cgroups.devices.DeviceRule;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The exceptions of one group as the kernel keeps them: in the order of adding, one for exactly the same devices. */
final class V1DeviceExceptions {
    private final List<Item> items = new ArrayList<>();

    void add(Item added) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).sameDevices(added)) {
                items.set(i, items.get(i).withAccess(items.get(i).access | added.access));
                return;
            }
        }
        items.add(added);
    }

    /** Takes from the exception for exactly these devices, and from no other. */
    void remove(Item removed) {
        items.replaceAll(item -> item.sameDevices(removed) ? item.withAccess(item.access & ~removed.access) : item);
        items.removeIf(item -> item.access == 0);
    }

    void addAll(V1DeviceExceptions others) {
        items.addAll(others.items);
    }

    void clear() {
        items.clear();
    }

    void retain(Predicate<Item> permitted) {
        items.removeIf(permitted.negate());
    }

    /** Whether a single exception has all of an item. */
    boolean cover(Item other) {
        return items.stream().anyMatch(item -> item.covers(other));
    }

    /** Whether an exception has anything of an item. */
    boolean touches(Item other) {
        return items.stream().anyMatch(item -> item.touches(other));
    }

    String list() {
        return items.stream().map(item -> item + "\n").collect(Collectors.joining());
    }

    /** One exception; numbers of 32 bits, of which the largest stands for any. */
    record Item(char type, long major, long minor, int access) {
        private static final long ANY = 0xffff_ffffL;
        private static final String LETTERS = "rwm";

        /** After three letters, or a line feed, anything may follow. */
        private static final Pattern TEXT = Pattern.compile(
                "([bc])\\s(\\*|\\d{1,11}):(\\*|\\d{1,11})\\s(?:([rwm]{3}).*|([rwm]{0,2})(?:\n.*)?)", Pattern.DOTALL);

        static Item parse(String text) {
            Matcher matcher = TEXT.matcher(text);
            if (!matcher.matches()) {
                throw new KernelRefusal(Errno.EINVAL);
            }
            String letters = matcher.group(4) == null ? matcher.group(5) : matcher.group(4);
            int access = 0;
            for (int i = 0; i < letters.length(); i++) {
                access |= 1 << LETTERS.indexOf(letters.charAt(i));
            }
            return new Item(text.charAt(0), number(matcher.group(2)), number(matcher.group(3)), access);
        }

        private static long number(String text) {
            return text.equals("*") ? ANY : KernelText.number(text, 0, ANY);
        }

        static Item of(DeviceRule rule) {
            int access = rule.access().stream()
                    .mapToInt(each -> 1 << LETTERS.indexOf(each.letter()))
                    .sum();
            return new Item(rule.type().letter(), number(rule.major()), number(rule.minor()), access);
        }

        private static long number(OptionalInt number) {
            return number.isPresent() ? number.getAsInt() : ANY;
        }

        Item withAccess(int other) {
            return new Item(type, major, minor, other);
        }

        boolean sameDevices(Item other) {
            return withAccess(other.access).equals(other);
        }

        boolean covers(Item other) {
            return type == other.type
                    && (major == ANY || major == other.major)
                    && (minor == ANY || minor == other.minor)
                    && (other.access & ~access) == 0;
        }

        boolean touches(Item other) {
            return type == other.type
                    && (major == ANY || other.major == ANY || major == other.major)
                    && (minor == ANY || other.minor == ANY || minor == other.minor)
                    && (other.access & access) != 0;
        }

        @Override
        public String toString() {
            StringBuilder letters = new StringBuilder();
            for (int i = 0; i < LETTERS.length(); i++) {
                if ((access >> i & 1) == 1) {
                    letters.append(LETTERS.charAt(i));
                }
            }
            return type + " " + text(major) + ":" + text(minor) + " " + letters;
        }

        private static String text(long number) {
            return number == ANY ? "*" : Long.toString(number);
        }
    }
}
