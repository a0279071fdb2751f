package io.cgroups.mounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.Hierarchy;
import io.cgroups.contract.KernelContract;
import io.cgroups.contract.OnHost;
import io.cgroups.contract.V1Contract;
import io.cgroups.contract.V2Contract;
import io.cgroups.guest.GuestRun;
import io.cgroups.guest.KernelContractGuest;
import io.cgroups.guest.V1ContractGuest;
import io.cgroups.guest.V2ContractGuest;
import io.cgroups.mounts.guest.CustomRootGuest;
import io.cgroups.mounts.guest.DelegatedGuest;
import io.cgroups.mounts.guest.NamespaceGuest;
import io.cgroups.mounts.guest.NamespaceWithoutMountsGuest;
import io.cgroups.mounts.guest.NotDelegatedGuest;
import io.cgroups.mounts.guest.OddNamesGuest;
import io.cgroups.mounts.guest.PlainLocaleGuest;
import io.cgroups.mounts.guest.ReadOnlyGuest;
import io.cgroups.mounts.guest.SubTreeGuest;
import io.cgroups.mounts.guest.TwoRootsGuest;
import io.cgroups.vm.guest.DevicesEnforcementGuest;
import io.cgroups.vm.guest.V2DevicesGuest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The library where this host's hierarchies are mounted elsewhere, in part, read-only or for somebody else. */
@OnHost(Hierarchy.Version.V1)
class PrivateMountsIT {
    private List<String> mounts;

    @BeforeEach
    void look() throws IOException {
        mounts = Files.readAllLines(Path.of("/proc/self/mountinfo"));
    }

    @AfterEach
    void theHostIsAsBefore() throws IOException {
        assertThat(Files.readAllLines(Path.of("/proc/self/mountinfo"))).isEqualTo(mounts);
        for (Hierarchy hierarchy : Cgroups.builder().build().layout().hierarchies()) {
            try (Stream<Path> groups = Files.list(hierarchy.mountPoint())) {
                assertThat(groups)
                        .noneMatch(group -> group.getFileName().toString().startsWith("cgroups-mounts-"));
            }
        }
    }

    @Test
    void theWholeContractHoldsBelowCgroupWithTheNetworkControllersMounted() throws Exception {
        Set<Controller> expected = onV1();
        expected.addAll(EnumSet.of(Controller.NET_CLS, Controller.NET_PRIO));

        GuestRun run = PrivateMounts.run(
                "custom-root", CustomRootGuest.class, KernelContractGuest.class, V1ContractGuest.class);

        run.assertPassed(CustomRootGuest.class);
        run.assertNoneFailed();
        run.assertContract(KernelContract.class, expected);
        run.assertContract(V1Contract.class, expected);
    }

    @Test
    void programsOfV2TakeThePlaceOfDevicesThatAreNotMounted() throws Exception {
        GuestRun run = PrivateMounts.run(
                "without-devices",
                DevicesEnforcementGuest.class,
                V2DevicesGuest.class,
                KernelContractGuest.class,
                V2ContractGuest.class);

        run.assertNoneFailed();
        run.assertPassed(DevicesEnforcementGuest.class);
        run.assertPassed(V2DevicesGuest.class);
        run.assertContract(
                V2Contract.class,
                Cgroups.builder().build().layout().hierarchies().stream()
                        .filter(hierarchy -> hierarchy.version() == Hierarchy.Version.V2)
                        .flatMap(hierarchy ->
                                Stream.concat(hierarchy.controllers().stream(), Stream.of(Controller.DEVICES)))
                        .collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                DelegatedGuest.class,
                NamespaceGuest.class,
                NamespaceWithoutMountsGuest.class,
                NotDelegatedGuest.class,
                OddNamesGuest.class,
                PlainLocaleGuest.class,
                ReadOnlyGuest.class,
                SubTreeGuest.class,
                TwoRootsGuest.class
            })
    void whatTheGuestOfAScenarioSaysHolds(Class<?> guest) throws Exception {
        // TwoRootsGuest runs in two-roots
        String scenario = guest.getSimpleName()
                .replaceFirst("Guest$", "")
                .replaceAll("(?<=.)([A-Z])", "-$1")
                .toLowerCase(Locale.ROOT);

        GuestRun run = PrivateMounts.run(scenario, guest);

        run.assertNoneFailed();
        run.assertPassed(guest);
    }

    private static Set<Controller> onV1() {
        Set<Controller> controllers = EnumSet.noneOf(Controller.class);
        Cgroups.builder().build().layout().hierarchies().stream()
                .filter(hierarchy -> hierarchy.version() == Hierarchy.Version.V1)
                .forEach(hierarchy -> controllers.addAll(hierarchy.controllers()));
        return controllers;
    }
}
