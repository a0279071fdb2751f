package io.cgroups.spi;

import java.util.ArrayList;
import java.util.List;

/** The words of a text of the kernel, found without regular expressions and without making texts of what is between. */
public final class KernelWords {
    private KernelWords() {}

    /**
     * Splits a part of a text.
     *
     * @param text words with white space between them
     * @param start where the part begins
     * @param end where the part ends
     * @return its words, none for white space alone
     */
    public static List<String> in(String text, int start, int end) {
        List<String> words = new ArrayList<>();
        for (int from = begin(text, start, end); from < end; ) {
            int to = end(text, from, end);
            words.add(text.substring(from, to));
            from = begin(text, to, end);
        }
        return words;
    }

    /**
     * Where a line ends.
     *
     * @param text lines
     * @param start where the line begins
     * @return the place of its line feed, or the end of the text
     */
    public static int lineEnd(String text, int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    /** Where the next word begins, or the end. */
    static int begin(String text, int start, int end) {
        int at = start;
        while (at < end && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    /** Where a word ends. */
    static int end(String text, int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) > ' ') {
            at++;
        }
        return at;
    }
}
