package io.cgroups.vm;

import io.cgroups.guest.GuestRun;
import io.cgroups.guest.TestOutcome;
import io.cgroups.guest.TestOutcome.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Boots a machine once more for the parts in which tests failed, if these are few. An emulated machine on a busy host can stand
 * still for seconds, so that a single failure says little; one that comes again says all. What failed only once is printed.
 */
final class SecondLook {
    private static final int FEW = 5;

    /** Boots a machine and runs what the selectors of JUnit's console launcher choose. */
    interface Boot {
        GuestRun run(List<String> selectors) throws Exception;
    }

    private SecondLook() {}

    /** The outcome of both runs: that of the second for what failed in the first. */
    static GuestRun at(GuestRun first, List<Class<?>> testClasses, Boot boot) throws Exception {
        List<TestOutcome> failed = first.tests().stream()
                .filter(test -> test.outcome() == Outcome.FAILED)
                .toList();
        if (failed.isEmpty() || failed.size() > FEW) {
            return first;
        }
        Set<String> selectors = new LinkedHashSet<>();
        failed.forEach(test -> selectors.add(selector(test, testClasses)));
        GuestRun second = boot.run(List.copyOf(selectors));
        failed.forEach(test -> System.out.printf(
                "FAILED AT FIRST: %s %s, then %s%n%s%n",
                test.testClass(), test.displayName(), outcome(second, test), test.message()));
        List<TestOutcome> all = new ArrayList<>(first.tests());
        all.removeAll(failed);
        // A test that did not run again has not passed.
        failed.forEach(test -> all.add(again(second, test)));
        all.addAll(second.tests().stream()
                .filter(test -> test.outcome() == Outcome.FAILED)
                .toList());
        return new GuestRun(second.exitCode(), all.stream().distinct().toList());
    }

    private static TestOutcome again(GuestRun second, TestOutcome test) {
        return second.tests().stream()
                .filter(other -> isSame(other, test))
                .findFirst()
                .orElse(test);
    }

    private static Outcome outcome(GuestRun second, TestOutcome test) {
        return again(second, test).outcome();
    }

    private static boolean isSame(TestOutcome one, TestOutcome other) {
        return one.testClass().equals(other.testClass()) && one.displayName().equals(other.displayName());
    }

    /** A part of a contract is declared by the suite, and run by a sub-class of that. */
    private static String selector(TestOutcome test, List<Class<?>> testClasses) {
        int dollar = test.testClass().indexOf('$');
        if (dollar < 0) {
            return "--select-class=" + test.testClass();
        }
        String suite = test.testClass().substring(0, dollar);
        String part = test.testClass().substring(dollar + 1);
        return testClasses.stream()
                .filter(type -> type.getSuperclass().getName().equals(suite))
                .map(type -> "--select-unique-id=[engine:junit-jupiter]/[class:" + type.getName() + "]/[nested-class:"
                        + part + "]")
                .findFirst()
                .orElse("--select-class=" + test.testClass());
    }
}
