package io.cgroups.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.cgroups.Controller;
import io.cgroups.contract.KernelContract;
import io.cgroups.contract.RealKernelContract;
import io.cgroups.contract.V1Contract;
import io.cgroups.contract.V2Contract;
import io.cgroups.guest.GuestRun;
import io.cgroups.guest.JavaUnderTest;
import io.cgroups.guest.KernelContractGuest;
import io.cgroups.guest.RealKernelContractGuest;
import io.cgroups.guest.TestOutcome;
import io.cgroups.guest.TestOutcome.Outcome;
import io.cgroups.guest.V1ContractGuest;
import io.cgroups.guest.V2ContractGuest;
import io.cgroups.vm.VirtualMachine.Layout;
import io.cgroups.vm.VirtualMachine.Result;
import io.cgroups.vm.guest.BlkioGuest;
import io.cgroups.vm.guest.ContainerGuest;
import io.cgroups.vm.guest.DelegationGuest;
import io.cgroups.vm.guest.DevicesEnforcementGuest;
import io.cgroups.vm.guest.ExampleGuest;
import io.cgroups.vm.guest.HugePagesGuest;
import io.cgroups.vm.guest.MountsGuest;
import io.cgroups.vm.guest.NetClsGuest;
import io.cgroups.vm.guest.OutcomesGuest;
import io.cgroups.vm.guest.RecycledPidGuest;
import io.cgroups.vm.guest.SwapGuest;
import io.cgroups.vm.guest.SystemdRefusalGuest;
import io.cgroups.vm.guest.SystemdScopeGuest;
import io.cgroups.vm.guest.SystemdUserGuest;
import io.cgroups.vm.guest.V2DevicesGuest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Everything on booted kernels, one boot for each layout. Each boot also runs {@link MountsGuest}: the machine is what the
 * tests inside it take for granted.
 */
@Tag("vm")
class VirtualMachineIT {
    /** What shows more than the contracts can, because it needs a machine of its own; whatever the layout. */
    private static final List<Class<?>> EVERYWHERE = List.of(
            MountsGuest.class,
            ExampleGuest.class,
            BlkioGuest.class,
            DevicesEnforcementGuest.class,
            HugePagesGuest.class,
            NetClsGuest.class,
            RecycledPidGuest.class,
            SwapGuest.class);

    /** What is about systemd, and needs a machine that it runs. */
    private static final List<Class<?>> UNDER_SYSTEMD =
            List.of(SystemdScopeGuest.class, SystemdRefusalGuest.class, SystemdUserGuest.class);

    @ParameterizedTest
    @EnumSource
    void theContractsHoldAndTheExamplePrintsTwentyAndFiftyPercent(Layout layout) throws Exception {
        List<Class<?>> ownGuests = ownGuests(layout);
        List<Class<?>> guests = new ArrayList<>(ownGuests);
        guests.add(KernelContractGuest.class);
        guests.add(RealKernelContractGuest.class);
        if (!layout.onV1().isEmpty()) {
            guests.add(V1ContractGuest.class);
        }
        if (!layout.onV2().isEmpty()) {
            guests.add(V2ContractGuest.class);
        }
        GuestRun run = SecondLook.at(run(layout, selectors(guests)), guests, selectors -> run(layout, selectors));

        run.assertNoneFailed();
        ownGuests.forEach(run::assertPassed);
        run.assertContract(KernelContract.class, layout.all());
        run.assertContract(RealKernelContract.class, layout.all());
        if (!layout.onV1().isEmpty()) {
            run.assertContract(V1Contract.class, layout.onV1());
        }
        if (!layout.onV2().isEmpty()) {
            run.assertContract(V2Contract.class, layout.onV2());
        }
    }

    private static List<Class<?>> ownGuests(Layout layout) {
        List<Class<?>> guests = new ArrayList<>(EVERYWHERE);
        if (layout != Layout.HYBRID2) {
            // To a user without root the two hybrid layouts are alike.
            guests.add(DelegationGuest.class);
        }
        if (layout.onV2().contains(Controller.DEVICES)) {
            guests.add(V2DevicesGuest.class);
        }
        if (layout == Layout.V2) {
            guests.add(ContainerGuest.class);
        }
        return guests;
    }

    @Test
    void systemdDelegatesAScope() throws Exception {
        GuestRun run =
                SecondLook.at(underSystemd(selectors(UNDER_SYSTEMD)), UNDER_SYSTEMD, VirtualMachineIT::underSystemd);

        run.assertNoneFailed();
        UNDER_SYSTEMD.forEach(run::assertPassed);
    }

    /** A guest that no machine runs would look like one that passed. */
    @Test
    void everyGuestIsRunByAMachine() throws Exception {
        List<Class<?>> known = new ArrayList<>(EVERYWHERE);
        known.addAll(List.of(ContainerGuest.class, DelegationGuest.class, OutcomesGuest.class, V2DevicesGuest.class));
        known.addAll(UNDER_SYSTEMD);
        Path classes = JavaUnderTest.moduleDirectory().resolve("target/test-classes/io/cgroups/vm/guest");
        try (Stream<Path> files = Files.list(classes)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith("Guest.class")))
                    .containsExactlyInAnyOrderElementsOf(known.stream()
                            .map(guest -> guest.getSimpleName() + ".class")
                            .toList());
        }
    }

    @Test
    void everyOutcomeComesBackFromAMachine() throws Exception {
        GuestRun run = run(Layout.V2, selectors(List.of(OutcomesGuest.class)));

        assertThat(run.exitCode()).isNotZero();
        assertThat(run.tests())
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

    private static GuestRun run(Layout layout, List<String> selectors) throws Exception {
        Result result = VirtualMachine.run(layout, JavaUnderTest.classPath(), selectors);
        assertThat(result.kernelRelease()).isNotEmpty();
        return result.run();
    }

    private static GuestRun underSystemd(List<String> selectors) throws Exception {
        return VirtualMachine.runUnderSystemd(JavaUnderTest.classPath(), selectors)
                .run();
    }

    private static List<String> selectors(List<Class<?>> testClasses) {
        return testClasses.stream()
                .map(type -> "--select-class=" + type.getName())
                .toList();
    }
}
