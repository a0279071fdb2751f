package io.cgroups.cpuset;

import com.google.common.collect.DiscreteDomain;
import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import com.google.common.collect.TreeRangeSet;
import io.cgroups.CgroupFormatException;
import io.cgroups.InvalidValueException;
import java.util.Iterator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A set of CPU numbers or of memory node numbers, as the kernel lists them: {@code 0-3,8}.
 *
 * <p>Immutable and value-based. Kept as ranges, so that a set takes room by its gaps and not by its size.
 */
public final class IdSet implements Iterable<Integer> {
    /** The largest number a set can hold; no architecture the JDK runs on is built for more CPUs or memory nodes. */
    public static final int MAX_ID = 65_535;

    private static final IdSet EMPTY = new IdSet(ImmutableRangeSet.of());

    /** Closed at the lower end and open at the upper, so that equal sets have equal ranges and neighbours coalesce. */
    private final ImmutableRangeSet<Integer> ranges;

    private IdSet(ImmutableRangeSet<Integer> ranges) {
        this.ranges = ranges;
    }

    /** The set of these ranges, which are closed-open. */
    static IdSet ofRanges(TreeRangeSet<Integer> ranges) {
        return new IdSet(ImmutableRangeSet.copyOf(ranges));
    }

    /**
     * No number at all; a cpuset of v1 without CPUs or memory nodes takes no members.
     *
     * @return the empty set
     */
    public static IdSet empty() {
        return EMPTY;
    }

    /**
     * These numbers.
     *
     * @param ids in any order, 0 to {@link #MAX_ID}
     * @return the set
     * @throws InvalidValueException if a number is out of range
     */
    public static IdSet of(int... ids) {
        TreeRangeSet<Integer> ranges = TreeRangeSet.create();
        for (int id : ids) {
            ranges.add(Range.closedOpen(check(id), id + 1));
        }
        return ofRanges(ranges);
    }

    /**
     * All numbers from one to another.
     *
     * @param first the smallest, 0 or more
     * @param last the largest, which is included, up to {@link #MAX_ID}
     * @return the set
     * @throws InvalidValueException if a number is out of range or the first is larger than the last
     */
    public static IdSet range(int first, int last) {
        check(last);
        InvalidValueException.inRange("first number of a range", first, 0, last, "it is at most the last");
        return new IdSet(ImmutableRangeSet.of(Range.closedOpen(first, last + 1)));
    }

    private static int check(int id) {
        InvalidValueException.inRange("CPU or memory node number", id, 0, MAX_ID, "see IdSet.MAX_ID");
        return id;
    }

    /**
     * Parses a list in the kernel's format: numbers {@code 8}, ranges {@code 0-3} and ranges of which only the first so
     * many of each group are meant, {@code 0-31:2/4}, separated by commas or white space. What the kernel alone can
     * fill in, {@code all} and {@code N}, is not understood.
     *
     * @param list the text; nothing, or only separators, is the empty set
     * @return the set
     * @throws CgroupFormatException if it is no such list, a number is over {@link #MAX_ID}, or it names more ranges
     *     than a list of that many numbers can need
     */
    public static IdSet parse(String list) {
        return new IdListParser(list).parse();
    }

    /**
     * Whether a number is in the set.
     *
     * @param id any number
     * @return true when it is
     */
    public boolean contains(int id) {
        return ranges.contains(id);
    }

    /**
     * Whether every number of another set is in this one.
     *
     * @param other the other set
     * @return true when it is; always for the empty set
     */
    public boolean containsAll(IdSet other) {
        return ranges.enclosesAll(other.ranges);
    }

    /**
     * Whether there is no number in it.
     *
     * @return true when it is empty
     */
    public boolean isEmpty() {
        return ranges.isEmpty();
    }

    /**
     * How many numbers there are.
     *
     * @return 0 or more
     */
    public int size() {
        return ranges.asRanges().stream()
                .mapToInt(range -> range.upperEndpoint() - range.lowerEndpoint())
                .sum();
    }

    /**
     * The numbers, smallest first.
     *
     * @return a new stream
     */
    public IntStream stream() {
        return ranges.asRanges().stream()
                .flatMapToInt(range -> IntStream.range(range.lowerEndpoint(), range.upperEndpoint()));
    }

    /** Iterates over the numbers, smallest first; the iterator removes nothing. */
    @Override
    public Iterator<Integer> iterator() {
        return ranges.asSet(DiscreteDomain.integers()).iterator();
    }

    /**
     * The numbers that are in this set, in another, or in both.
     *
     * @param other the other set
     * @return the union
     */
    public IdSet union(IdSet other) {
        return new IdSet(ranges.union(other.ranges));
    }

    /**
     * The numbers that are in both sets.
     *
     * @param other the other set
     * @return the intersection
     */
    public IdSet intersection(IdSet other) {
        return new IdSet(ranges.intersection(other.ranges));
    }

    /**
     * The numbers of this set that are not in another.
     *
     * @param other the other set
     * @return the difference
     */
    public IdSet minus(IdSet other) {
        return new IdSet(ranges.difference(other.ranges));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdSet set && ranges.equals(set.ranges);
    }

    @Override
    public int hashCode() {
        return ranges.hashCode();
    }

    /** Returns the list as the kernel shows it, for example {@code 0-3,8}; empty text for the empty set. */
    @Override
    public String toString() {
        return ranges.asRanges().stream().map(IdSet::text).collect(Collectors.joining(","));
    }

    private static String text(Range<Integer> range) {
        int first = range.lowerEndpoint();
        int last = range.upperEndpoint() - 1;
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}
