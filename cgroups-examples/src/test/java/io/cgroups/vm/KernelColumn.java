package io.cgroups.vm;

import io.cgroups.guest.TestOutcome;
import io.cgroups.guest.TestOutcome.Outcome;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One kernel of the table, and what was found in the reports of the tests that ran on it.
 *
 * @param title the head of the column
 * @param kernel what it is, in words
 * @param tests how each test ended
 * @param notes what the tests noted: {@code w FILE}, {@code r FILE} or {@code s SETTING SUPPORT}
 */
record KernelColumn(String title, String kernel, List<TestOutcome> tests, Set<String> notes) {

    /** How many tests of a class passed, and how many were left out, marked with a minus. */
    String count(String testClass) {
        long passed = count(testClass, Outcome.PASSED);
        long skipped = count(testClass, Outcome.SKIPPED);
        if (passed == 0) {
            return skipped == 0 ? "" : "−" + skipped;
        }
        return skipped == 0 ? Long.toString(passed) : passed + " −" + skipped;
    }

    private long count(String testClass, Outcome outcome) {
        return tests.stream()
                .filter(test -> test.testClass().equals(testClass) && test.outcome() == outcome)
                .count();
    }

    /** Whether a control file was set, or only read. */
    String use(String controlFile) {
        if (notes.contains("w " + controlFile)) {
            return "set";
        }
        return notes.contains("r " + controlFile) ? "read" : "";
    }

    /** Whether a setting works, else why not. */
    String support(String setting) {
        return noted("s " + setting + " ")
                .map(support -> support.toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }

    /** The control files that were set or read. */
    Stream<String> files() {
        return Stream.concat(noted("w "), noted("r "));
    }

    private Stream<String> noted(String head) {
        return notes.stream().filter(note -> note.startsWith(head)).map(note -> note.substring(head.length()));
    }
}
