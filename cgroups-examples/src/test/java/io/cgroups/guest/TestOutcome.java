package io.cgroups.guest;

/**
 * How one test ended.
 *
 * @param testClass the class that declares the test, of a nested class with {@code $}
 * @param displayName the name of the test
 * @param outcome how it ended
 * @param message the stack trace of a failure or the reason of a skip, else empty
 */
public record TestOutcome(String testClass, String displayName, Outcome outcome, String message) {

    /** The ways to end. */
    public enum Outcome {
        PASSED,
        FAILED,
        SKIPPED
    }
}
