package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupBusyException;
import io.cgroups.Controller;
import io.cgroups.ControllerUnavailableException;
import io.cgroups.Hierarchy;
import io.cgroups.ValueRejectedException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Controllers of the unified hierarchy are enabled from the top down, or not at all. */
public abstract class V2EnablingContract {
    private static final String ENABLED = "cgroup.subtree_control";

    private final TestHost host;
    /** A controller that is on the unified hierarchy, whichever that is here, and cannot tell threads apart. */
    private Controller controller;

    private String name;

    protected V2EnablingContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void chooseController() {
        controller = Stream.of(Controller.MEMORY, Controller.BLKIO, Controller.HUGETLB)
                .filter(host.unified()::has)
                .findFirst()
                .orElseThrow();
        name = controller.kernelName(Hierarchy.Version.V2);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    private List<String> enabledIn(Cgroup group) {
        return List.of(group.files(controller).read(ENABLED).split(" "));
    }

    @Test
    void everyGroupAboveEnablesWhatAGroupIsMadeWith() {
        String top = host.newName();
        Cgroup deep = host.cgroups().create(top + "/b/c", controller);

        Cgroup box = host.cgroups().open(top);
        assertThat(enabledIn(box)).containsExactly(name);
        assertThat(enabledIn(box.child("b"))).containsExactly(name);
        assertThat(deep.files(controller).read(ENABLED)).isEmpty();
        assertThat(deep.files(controller).read("cgroup.controllers")).contains(name);
    }

    @Test
    void enablingAgainChangesNothing() {
        Cgroup box = host.cgroups().create(host.newName(), controller);
        box.enable(controller).enable(controller);
        assertThat(box.files(controller).read("cgroup.controllers")).contains(name);
    }

    @Test
    void processesInAGroupAboveAreNamedAndNothingIsLeft() {
        Cgroup above = host.cgroups().create(host.newName(), controller);
        long pid = host.startProcess();
        above.attach(pid);

        assertThatThrownBy(() -> above.child("box", controller))
                .isInstanceOf(CgroupBusyException.class)
                .hasMessageContaining("[" + pid + "]")
                .hasMessageContaining("evacuate()");
        assertThat(above.files(controller).read(ENABLED)).isEmpty();
        assertThat(above.children()).isEmpty();
    }

    @Test
    void aGroupThatEnablesControllersTakesNoProcessAndSaysWhy() {
        Cgroup above = host.cgroups().create(host.newName(), controller);
        above.child("box", controller);
        long pid = host.startProcess();
        assertThatThrownBy(() -> above.attach(pid))
                .isInstanceOf(CgroupBusyException.class)
                .hasMessageContaining("only in the leaves");
    }

    @Test
    void aGroupForThreadsCannotHaveAControllerThatDoesNotTellThemApart() {
        Cgroup box = host.cgroups().create(host.newName(), controller);
        assertThatThrownBy(() -> box.threadedChild("slow", controller))
                .isInstanceOfAny(ControllerUnavailableException.class, ValueRejectedException.class)
                .hasMessageContaining("threads");
        assertThat(box.children()).isEmpty();
        assertThat(box.files(controller).read(ENABLED)).isEmpty();
    }

    @Test
    void aSingleThreadIsRefusedByAGroupThatIsNotForThreads() {
        Cgroup box = host.cgroups().create(host.newName(), controller);
        assertThatThrownBy(box::attachCurrentThread)
                .isInstanceOf(ValueRejectedException.class)
                .hasMessageContaining("threadedChild");
    }
}
