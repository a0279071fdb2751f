package io.cgroups.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Controller;
import io.cgroups.guest.TestOutcome.Outcome;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Nested;

/**
 * What came back from a run elsewhere.
 *
 * @param exitCode that of JUnit's console launcher: 0 when all tests passed or were left out
 * @param tests every test, in no order
 */
public record GuestRun(int exitCode, List<TestOutcome> tests) {

    /** Fails unless there were tests and none of them failed. */
    public void assertNoneFailed() {
        assertThat(tests).isNotEmpty();
        assertThat(tests.stream().filter(test -> test.outcome() == Outcome.FAILED))
                .as("failed tests")
                .isEmpty();
        assertThat(exitCode).isZero();
    }

    /** Fails unless a class had tests and all of them passed. */
    public void assertPassed(Class<?> testClass) {
        assertEnded(testClass, Outcome.PASSED);
    }

    /**
     * Fails unless a suite ran as it must where only these controllers are its concern: of a part about one of them, and
     * of a part about no controller, every test passed; of a part about another controller, every test was left out. The
     * parts are asked from the suite itself, so that one without a single test is seen.
     *
     * @param suite the class that declares the parts
     * @param controllers those that the suite finds on this kernel
     */
    public void assertContract(Class<?> suite, Set<Controller> controllers) {
        for (Class<?> part : suite.getDeclaredClasses()) {
            if (part.isAnnotationPresent(Nested.class)) {
                boolean runs = controllerOf(part).map(controllers::contains).orElse(true);
                assertEnded(part, runs ? Outcome.PASSED : Outcome.SKIPPED);
            }
        }
    }

    private void assertEnded(Class<?> testClass, Outcome outcome) {
        List<TestOutcome> ofClass = tests.stream()
                .filter(test -> test.testClass().equals(testClass.getName()))
                .toList();
        assertThat(ofClass).as("tests of %s", testClass.getName()).isNotEmpty();
        assertThat(ofClass.stream().filter(test -> test.outcome() != outcome))
                .as("tests of %s that are not %s", testClass.getName(), outcome)
                .isEmpty();
    }

    /** The controller that a part's name begins with: NetCls is about NET_CLS, CpusetRefusal about CPUSET and not CPU. */
    private static Optional<Controller> controllerOf(Class<?> part) {
        String name = part.getSimpleName().toUpperCase(Locale.ROOT);
        return Arrays.stream(Controller.values())
                .filter(controller -> name.startsWith(controller.name().replace("_", "")))
                .max(Comparator.comparingInt(controller -> controller.name().length()));
    }
}
