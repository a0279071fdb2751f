package io.cgroups.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupAccessException;
import io.cgroups.CgroupBusyException;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.contract.UserKernel;
import io.cgroups.diagnosis.Cause;
import io.cgroups.diagnosis.ControllerDiagnosis;
import io.cgroups.diagnosis.Diagnosis;
import io.cgroups.diagnosis.Obstacle;
import io.cgroups.testkit.InMemoryKernel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a user without privileges gets, and is told, on the unified hierarchy. */
class V2DelegationTest {
    private static final Path ROOT = Path.of("/sys/fs/cgroup");
    private static final String[] FILES = {"cgroup.procs", "cgroup.threads", "cgroup.subtree_control"};
    private static final String USER = System.getProperty("user.name");

    private final InMemoryKernel kernel = InMemoryKernel.v2();
    private final UserKernel user = new UserKernel(kernel);

    private Cgroups cgroups() {
        return Cgroups.builder().kernel(user).build();
    }

    /** The caller is in a group that root has made. */
    private void callerIn(String group, Controller... controllers) {
        kernel.cgroups().create(group, controllers).attachSelf();
    }

    private Obstacle obstacle(Controller controller) {
        return cgroups()
                .diagnose()
                .of(controller)
                .flatMap(ControllerDiagnosis::obstacle)
                .orElseThrow();
    }

    private Path base() {
        return cgroups().diagnose().hierarchies().get(0).base();
    }

    @Test
    void whoMayDoEverythingHasNothingInTheWayOfWhatTheKernelHas() {
        Diagnosis diagnosis = kernel.cgroups().diagnose();
        assertThat(diagnosis.canLimit()).isTrue();
        assertThat(diagnosis.manageable()).contains(Controller.CPU, Controller.MEMORY, Controller.PIDS);
        assertThat(diagnosis.hierarchies()).singleElement().satisfies(one -> {
            assertThat(one.isUsable()).isTrue();
            assertThat(one.base()).isEqualTo(ROOT);
        });
    }

    @Test
    void theBaseIsTheTopOfTheDelegatedSubTreeWhereverInItTheCallerIs() {
        callerIn("jobs/alice/deep/leaf");
        user.give(ROOT.resolve("jobs/alice"), FILES).give(ROOT.resolve("jobs/alice/deep"), FILES);
        assertThat(base()).isEqualTo(ROOT.resolve("jobs/alice"));
        assertThat(cgroups().create("box").path()).hasToString("box");
        assertThat(kernel.exists(ROOT.resolve("jobs/alice/box"))).isTrue();
    }

    @Test
    void theBaseNeverLiesAboveTheUnitOfSystemd() {
        callerIn("user@7.service/app.slice/x.service/leaf");
        user.give(ROOT.resolve("user@7.service"), FILES)
                .give(ROOT.resolve("user@7.service/app.slice"), FILES)
                .give(ROOT.resolve("user@7.service/app.slice/x.service"), FILES)
                .give(ROOT.resolve("user@7.service/app.slice/x.service/leaf"), FILES);
        assertThat(base()).isEqualTo(ROOT.resolve("user@7.service/app.slice/x.service"));
    }

    @Test
    void ofAGroupThatIsNotDelegatedTheOwnerAndTheFilesAreNamedByDiagnosisAndExceptionAlike() {
        callerIn("jobs");
        String command = "chown " + USER + " " + ROOT.resolve("jobs") + " " + ROOT.resolve("jobs/cgroup.procs") + " "
                + ROOT.resolve("jobs/cgroup.threads") + " " + ROOT.resolve("jobs/cgroup.subtree_control");
        assertThat(obstacle(Controller.CPU).cause()).isEqualTo(Cause.NOT_DELEGATED);
        assertThat(obstacle(Controller.CPU).command()).contains(command);
        assertThatThrownBy(() -> cgroups().create("box", Controller.CPU))
                .isInstanceOfSatisfying(
                        CgroupAccessException.class,
                        e -> assertThat(e.hint())
                                .isEqualTo(obstacle(Controller.CPU).toString()));
        assertThat(cgroups().diagnose().toString()).contains("as root: " + command);
    }

    @Test
    void whoIsInTheRootGetsAGroupOfItsOwn() {
        assertThat(obstacle(Controller.CPU).command().orElse(""))
                .startsWith("mkdir -p " + ROOT.resolve(USER) + " && chown " + USER + " ")
                .endsWith(" > " + ROOT.resolve(USER).resolve("cgroup.procs"));
    }

    @Test
    void aUnitOfSystemdIsDelegatedBySystemd() {
        callerIn("system.slice/web.service");
        assertThat(obstacle(Controller.CPU).command()).isEmpty();
        assertThat(obstacle(Controller.CPU).advice()).contains("Delegate=yes", "web.service");
    }

    @Test
    void ofAGroupThatIsDelegatedInPartOnlyTheRestIsNamed() {
        callerIn("jobs");
        user.give(ROOT.resolve("jobs"), "cgroup.procs", "cgroup.threads");
        assertThat(obstacle(Controller.MEMORY).command())
                .contains("chown " + USER + " " + ROOT.resolve("jobs/cgroup.subtree_control"));
    }

    @Test
    void theGroupsThatDoNotPassAControllerOnAreNamedByDiagnosisAndExceptionAlike() {
        callerIn("jobs/alice");
        user.give(ROOT.resolve("jobs/alice"), FILES);
        String command = "echo +memory > " + ROOT.resolve("cgroup.subtree_control") + " && echo +memory > "
                + ROOT.resolve("jobs/cgroup.subtree_control");
        assertThat(obstacle(Controller.MEMORY).cause()).isEqualTo(Cause.NOT_ENABLED);
        assertThat(obstacle(Controller.MEMORY).command()).contains(command);
        Cgroup box = cgroups().create("box");
        assertThatThrownBy(() -> box.memoryMax(1 << 20))
                .isInstanceOfSatisfying(
                        CgroupAccessException.class, e -> assertThat(e.hint()).endsWith(command));
        assertThatThrownBy(() -> box.memory().max()).hasMessageEndingWith(command);
    }

    @Test
    void whatSystemdDoesNotPassOnItIsToldTo() {
        callerIn("user.slice/user@7.service/app.slice/x.service");
        user.give(ROOT.resolve("user.slice/user@7.service/app.slice/x.service"), FILES);
        assertThat(obstacle(Controller.MEMORY).advice()).contains("systemctl edit user@.service");
        assertThat(obstacle(Controller.HUGETLB).command().orElse("")).contains("echo +hugetlb > ");
    }

    @Test
    void processesOfTheBaseStandInTheWayUntilTheyAreEvacuated() {
        callerIn("jobs", Controller.CPU, Controller.MEMORY);
        user.give(ROOT.resolve("jobs"), FILES);
        assertThat(obstacle(Controller.CPU).cause()).isEqualTo(Cause.PROCESSES_IN_THE_WAY);
        assertThat(obstacle(Controller.CPU).advice()).contains("evacuate()");

        cgroups().base().evacuate();
        assertThat(cgroups().diagnose().manageable()).contains(Controller.CPU, Controller.MEMORY);
        assertThat(base()).isEqualTo(ROOT.resolve("jobs"));
    }

    /** The kernel would take it, and leave the group below without a use. */
    @Test
    void controllersThatCanTellThreadsApartAreNotEnabledOverProcessesEither() {
        callerIn("jobs", Controller.CPU);
        assertThatThrownBy(() -> kernel.cgroups().create("jobs/box", Controller.CPU))
                .isInstanceOfSatisfying(
                        CgroupBusyException.class, e -> assertThat(e.hint()).contains("evacuate()"));
        assertThat(kernel.read(ROOT.resolve("jobs/cgroup.subtree_control"))).isBlank();
    }

    @Test
    void theSettingsOfTheDelegatedGroupItselfBelongToWhoeverGaveIt() {
        callerIn("jobs", Controller.PIDS);
        user.give(ROOT.resolve("jobs"), FILES);
        Cgroup base = cgroups().base();
        assertThatThrownBy(() -> base.pidsMax(10))
                .isInstanceOfSatisfying(
                        CgroupAccessException.class,
                        e -> assertThat(e.hint()).contains("its own settings are not", "make a group below it"));
    }
}
