package io.cgroups.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.ValueRejectedException;
import io.cgroups.testkit.InMemoryKernel;
import org.junit.jupiter.api.Test;

/** Threaded groups, which share the threads of processes out. */
class V2ThreadsTest {
    private final InMemoryKernel kernel = InMemoryKernel.v2();
    private final Cgroup box = kernel.cgroups().create("box");
    private final long pid = kernel.startProcess();
    private final long tid = kernel.startThread(pid);

    @Test
    void aThreadedChildTakesSomeThreadsOfAProcess() {
        box.attach(pid);
        Cgroup slow = box.threadedChild("slow", Controller.CPU);
        slow.attachThread(tid);

        assertThat(slow.threads()).containsExactly(tid);
        assertThat(slow.processes()).containsExactly(pid);
        assertThat(box.threads()).containsExactly(pid);
        assertThat(slow.files(Controller.CPU).read("cpu.max")).isEqualTo("max 100000");
    }

    @Test
    void aGroupBelowAThreadedOneIsThreadedToo() {
        box.attach(pid);
        Cgroup deep = box.threadedChild("slow").child("deep");
        deep.attachThread(tid);
        assertThat(deep.threads()).containsExactly(tid);
    }

    @Test
    void makingItAgainAdoptsIt() {
        box.threadedChild("slow");
        assertThat(box.threadedChild("slow").files(Controller.CPU).read("cgroup.type"))
                .isEqualTo("threaded");
    }

    @Test
    void aPlainChildTakesNoSingleThread() {
        box.attach(pid);
        Cgroup plain = box.child("plain");
        assertThatThrownBy(() -> plain.attachThread(tid))
                .isInstanceOf(ValueRejectedException.class)
                .hasMessageContaining("takes whole processes")
                .hasMessageContaining("threadedChild")
                .hasMessageContaining("threadGroup");
    }

    @Test
    void aThreadedGroupOfAnotherDomainSaysWhoseItIs() {
        Cgroup foreign = box.threadedChild("foreign");
        assertThatThrownBy(() -> foreign.attachThread(tid))
                .isInstanceOf(ValueRejectedException.class)
                .hasMessageContaining("processes in /sys/fs/cgroup/box only")
                .hasMessageContaining("threadGroup");
    }

    @Test
    void aGroupBesideAThreadedOneTakesNobodyAndSaysSo() {
        Cgroup plain = box.child("plain");
        box.attach(pid);
        box.threadedChild("slow");
        assertThatThrownBy(() -> plain.attach(pid))
                .isInstanceOf(ValueRejectedException.class)
                .hasMessageContaining("made threaded");
    }

    @Test
    void aGroupThatHasProcessesBelowItCannotHaveThreadedOnes() {
        box.child("plain").attach(pid);
        assertThatThrownBy(() -> box.threadedChild("slow"))
                .isInstanceOf(ValueRejectedException.class)
                .hasMessageContaining("processes are in [/sys/fs/cgroup/box/plain]");
    }

    @Test
    void theGroupForThreadsOfThisJvmIsBelowTheOneItIsInAtTheMoment() {
        box.attachSelf();
        Cgroup slow = kernel.cgroups().threadGroup("slow");
        assertThat(slow.path()).hasToString("box/slow");
        slow.runIn(() -> assertThat(slow.threads())
                .containsExactly(ProcessHandle.current().pid()));
        assertThat(slow.files(Controller.CPU).read("cgroup.type")).isEqualTo("threaded");
        assertThat(box.files(Controller.CPU).read("cgroup.type")).isEqualTo("domain threaded");
    }

    @Test
    void groupsForThreadsAreBesideEachOtherEvenForAThreadThatIsInOne() {
        box.attachSelf();
        Cgroup slow = kernel.cgroups().threadGroup("slow");
        Cgroup other = slow.runIn(() -> kernel.cgroups().threadGroup("other"));
        assertThat(other.path()).hasToString("box/other");
    }

    @Test
    void aGroupThatEnablesMemoryForItsChildrenCannotHaveThreadedOnes() {
        box.child("plain", Controller.MEMORY);
        assertThatThrownBy(() -> box.threadedChild("slow"))
                .isInstanceOf(ValueRejectedException.class)
                .hasMessageContaining("enables [memory]");
        assertThat(box.children()).hasSize(1);
    }

    @Test
    void aGroupThatSharesItsProcessesOutAmongThreadsIsNotEvacuated() {
        box.attach(pid);
        box.threadedChild("slow").attachThread(tid);
        assertThat(box.evacuate().leaf()).isEmpty();
        assertThat(box.processes()).containsExactly(pid);
    }
}
