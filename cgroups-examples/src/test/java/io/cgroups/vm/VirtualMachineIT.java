package io.cgroups.vm;

import static io.cgroups.Controller.CPU;
import static io.cgroups.Controller.CPUACCT;
import static io.cgroups.Controller.CPUSET;
import static io.cgroups.Controller.DEVICES;
import static io.cgroups.Controller.FREEZER;
import static io.cgroups.Controller.MEMORY;
import static io.cgroups.Controller.NET_CLS;
import static io.cgroups.Controller.NET_PRIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cgroups.Controller;
import io.cgroups.contract.V1Contract;
import io.cgroups.guest.GuestRun;
import io.cgroups.guest.JavaUnderTest;
import io.cgroups.guest.TestOutcome;
import io.cgroups.guest.TestOutcome.Outcome;
import io.cgroups.guest.V1ContractGuest;
import io.cgroups.vm.VirtualMachine.Layout;
import io.cgroups.vm.VirtualMachine.Result;
import io.cgroups.vm.guest.MountsGuest;
import io.cgroups.vm.guest.OutcomesGuest;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The contract on booted kernels, one boot for each layout. Each boot also runs {@link MountsGuest}: the machine is what
 * the tests inside it take for granted.
 */
@Tag("vm")
class VirtualMachineIT {
    @Test
    void theWholeContractHoldsWhereEveryControllerIsOnV1() throws Exception {
        GuestRun run = run(Layout.V1, MountsGuest.class, V1ContractGuest.class);

        run.assertPassed(MountsGuest.class);
        run.assertNoneFailed();
        run.assertContract(V1Contract.class, EnumSet.allOf(Controller.class));
    }

    @Test
    void theContractHoldsForWhatIsOnV1WhenPidsAndOthersAreOnV2() throws Exception {
        GuestRun run = run(Layout.HYBRID, MountsGuest.class, V1ContractGuest.class);

        run.assertPassed(MountsGuest.class);
        run.assertNoneFailed();
        run.assertContract(V1Contract.class, Set.of(CPU, CPUACCT, MEMORY, FREEZER, DEVICES, NET_CLS, NET_PRIO));
    }

    @Test
    void theContractHoldsForWhatIsOnV1WhenMemoryAndOthersAreOnV2() throws Exception {
        GuestRun run = run(Layout.HYBRID2, MountsGuest.class, V1ContractGuest.class);

        run.assertPassed(MountsGuest.class);
        run.assertNoneFailed();
        run.assertContract(V1Contract.class, Set.of(CPU, CPUACCT, CPUSET, FREEZER, DEVICES, NET_CLS, NET_PRIO));
    }

    @Test
    void everyOutcomeComesBackFromAMachineWithV2() throws Exception {
        GuestRun run = run(Layout.V2, MountsGuest.class, OutcomesGuest.class);

        run.assertPassed(MountsGuest.class);
        assertThat(run.exitCode()).isNotZero();
        assertThat(run.tests())
                .filteredOn(test -> test.testClass().equals(OutcomesGuest.class.getName()))
                .extracting(TestOutcome::displayName, TestOutcome::outcome)
                .containsExactlyInAnyOrder(
                        tuple("passes()", Outcome.PASSED),
                        tuple("fails on purpose", Outcome.FAILED),
                        tuple("skips()", Outcome.SKIPPED));
        assertThat(run.tests())
                .filteredOn(test -> test.outcome() != Outcome.PASSED)
                .extracting(TestOutcome::message)
                .allSatisfy(message -> assertThat(message).contains("on purpose"));
    }

    private static GuestRun run(Layout layout, Class<?>... testClasses) throws Exception {
        List<String> names = Stream.of(testClasses).map(Class::getName).toList();
        Result result = VirtualMachine.run(layout, JavaUnderTest.classPath(), names);
        assertThat(result.kernelRelease()).isNotEmpty();
        return result.run();
    }
}
