package io.cgroups.vm;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.guest.GuestRun;
import io.cgroups.guest.KernelContractGuest;
import io.cgroups.guest.TestOutcome;
import io.cgroups.guest.TestOutcome.Outcome;
import io.cgroups.vm.guest.BlkioGuest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecondLookTest {
    private static final String PART = "io.cgroups.contract.KernelContract$Lifetime";
    private static final List<Class<?>> GUESTS = List.of(KernelContractGuest.class, BlkioGuest.class);

    private final List<String> booted = new ArrayList<>();

    @Test
    void aRunWithoutFailuresIsLeftAlone() throws Exception {
        GuestRun first = run(0, test(PART, "waits()", Outcome.PASSED));

        assertThat(look(first, run(1))).isSameAs(first);
        assertThat(booted).isEmpty();
    }

    @Test
    void whatFailsOnceIsWhatTheSecondRunSays() throws Exception {
        GuestRun first = run(
                1, test(PART, "waits()", Outcome.FAILED), test(BlkioGuest.class.getName(), "counts()", Outcome.PASSED));

        GuestRun both = look(first, run(0, test(PART, "waits()", Outcome.PASSED)));

        both.assertNoneFailed();
        assertThat(both.tests()).hasSize(2);
        assertThat(booted)
                .containsExactly(
                        "--select-unique-id=[engine:junit-jupiter]/[class:io.cgroups.guest.KernelContractGuest]/[nested-class:Lifetime]");
    }

    @Test
    void whatFailsTwiceOrDoesNotRunAgainHasFailed() throws Exception {
        TestOutcome failed = test(BlkioGuest.class.getName(), "counts()", Outcome.FAILED);

        assertThat(look(run(1, failed), run(1, failed)).tests()).containsExactly(failed);
        assertThat(look(run(1, failed), run(0)).tests()).containsExactly(failed);
        assertThat(booted).containsOnly("--select-class=" + BlkioGuest.class.getName());
    }

    @Test
    void whatFailsOnlyInTheSecondRunHasFailed() throws Exception {
        TestOutcome other = test(PART, "ends()", Outcome.FAILED);

        GuestRun both = look(run(1, test(PART, "waits()", Outcome.FAILED)), run(1, other));

        assertThat(both.tests()).contains(other);
    }

    @Test
    void manyFailuresAreNoAccident() throws Exception {
        GuestRun first = new GuestRun(1, Collections.nCopies(6, test(PART, "waits()", Outcome.FAILED)));

        assertThat(look(first, run(0))).isSameAs(first);
        assertThat(booted).isEmpty();
    }

    private GuestRun look(GuestRun first, GuestRun second) throws Exception {
        return SecondLook.at(first, GUESTS, selectors -> {
            booted.addAll(selectors);
            return second;
        });
    }

    private static GuestRun run(int exitCode, TestOutcome... tests) {
        return new GuestRun(exitCode, List.of(tests));
    }

    private static TestOutcome test(String testClass, String name, Outcome outcome) {
        return new TestOutcome(testClass, name, outcome, "");
    }
}
