package io.cgroups.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cgroups.vm.VirtualMachine.Layout;
import io.cgroups.vm.VirtualMachine.Outcome;
import io.cgroups.vm.VirtualMachine.Result;
import io.cgroups.vm.VirtualMachine.TestOutcome;
import io.cgroups.vm.guest.MountsGuest;
import io.cgroups.vm.guest.OutcomesGuest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The machines are what the tests inside them take for granted, and a test that fails there fails here. */
@Tag("vm")
class VirtualMachineIT {
    @Test
    void v1MachineIsPrepared() throws Exception {
        Result result = run(Layout.V1, MountsGuest.class);

        assertThat(result.exitCode()).isZero();
        assertPassed(result);
    }

    @Test
    void v2MachineIsPrepared() throws Exception {
        Result result = run(Layout.V2, MountsGuest.class);

        assertThat(result.exitCode()).isZero();
        assertPassed(result);
    }

    @Test
    void everyOutcomeIsReported() throws Exception {
        Result result = run(Layout.V2, OutcomesGuest.class);

        assertThat(result.exitCode()).isNotZero();
        assertThat(result.tests())
                .extracting(TestOutcome::displayName, TestOutcome::outcome)
                .containsExactlyInAnyOrder(
                        tuple("passes()", Outcome.PASSED),
                        tuple("fails on purpose", Outcome.FAILED),
                        tuple("skips()", Outcome.SKIPPED));
        assertThat(result.tests())
                .allSatisfy(test -> assertThat(test.testClass()).isEqualTo(OutcomesGuest.class.getName()))
                .filteredOn(test -> test.outcome() != Outcome.PASSED)
                .extracting(TestOutcome::message)
                .allSatisfy(message -> assertThat(message).contains("on purpose"));
    }

    private static Result run(Layout layout, Class<?> testClass) throws Exception {
        return VirtualMachine.run(layout, VirtualMachine.ownClassPath(), List.of(testClass.getName()));
    }

    private static void assertPassed(Result result) {
        assertThat(result.kernelRelease()).isNotEmpty();
        assertThat(result.tests())
                .extracting(TestOutcome::displayName)
                .containsExactlyInAnyOrder("hierarchies()", "swap()", "disk()", "network()");
        assertThat(result.tests())
                .allSatisfy(
                        test -> assertThat(test.outcome()).as(test.toString()).isEqualTo(Outcome.PASSED));
    }
}
