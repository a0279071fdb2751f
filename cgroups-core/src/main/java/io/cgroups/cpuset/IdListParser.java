package io.cgroups.cpuset;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.Range;
import com.google.common.collect.TreeRangeSet;
import io.cgroups.CgroupFormatException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses the kernel's list format. The text may come from anybody: every number is bounded before anything is made of it,
 * and so is the number of ranges, which {@code 0-65535:1/2} repeated would drive up otherwise.
 */
final class IdListParser {
    private static final Splitter REGIONS =
            Splitter.on(CharMatcher.anyOf(", \t\n\r\f\u000b")).omitEmptyStrings();
    private static final Pattern REGION = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9})(?::(\\d{1,9})/(\\d{1,9}))?)?");
    private static final int MAX_RANGES = IdSet.MAX_ID + 1;
    private static final int SHOWN_CHARACTERS = 100;

    private final String list;
    private final TreeRangeSet<Integer> ranges = TreeRangeSet.create();
    private int added;

    IdListParser(String list) {
        this.list = list;
    }

    IdSet parse() {
        REGIONS.split(list).forEach(this::addRegion);
        return IdSet.ofRanges(ranges);
    }

    private void addRegion(String region) {
        Matcher matcher = REGION.matcher(region);
        if (!matcher.matches()) {
            throw wrong("a list of numbers and ranges such as 0-3,8", region);
        }
        int first = Integer.parseInt(matcher.group(1));
        int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
        if (first > last || last > IdSet.MAX_ID) {
            throw wrong("ranges that rise, with numbers up to " + IdSet.MAX_ID, region);
        }
        if (matcher.group(3) == null) {
            add(first, last);
        } else {
            addGroups(first, last, Integer.parseInt(matcher.group(3)), Integer.parseInt(matcher.group(4)));
        }
    }

    /** The first so many numbers of each group, the last of which may be cut short. */
    private void addGroups(int first, int last, int used, int group) {
        if (group == 0 || used > group) {
            throw wrong("a part of a group, used/group", used + "/" + group);
        }
        for (int start = first; used > 0 && start <= last; start += group) {
            add(start, Math.min(start + used - 1, last));
        }
    }

    private void add(int first, int last) {
        if (++added > MAX_RANGES) {
            throw wrong("at most " + MAX_RANGES + " ranges", list);
        }
        ranges.add(Range.closedOpen(first, last + 1));
    }

    private static CgroupFormatException wrong(String expected, String text) {
        String shown = text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) + "..." : text;
        return new CgroupFormatException(expected, shown, null);
    }
}
