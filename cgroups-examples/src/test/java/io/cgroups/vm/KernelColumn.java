package io.cgroups.vm;

import io.cgroups.guest.TestOutcome;
import io.cgroups.guest.TestOutcome.Outcome;
import java.util.List;
import java.util.Set;

/**
 * One kernel of the table, and what was found in the reports of the tests that ran on it.
 *
 * @param title the head of the column
 * @param kernel what it is, in words
 * @param tests how each test ended
 * @param written the control files that were written
 * @param read the control files that were read
 */
record KernelColumn(String title, String kernel, List<TestOutcome> tests, Set<String> written, Set<String> read) {

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
        if (written.contains(controlFile)) {
            return "set";
        }
        return read.contains(controlFile) ? "read" : "";
    }
}
