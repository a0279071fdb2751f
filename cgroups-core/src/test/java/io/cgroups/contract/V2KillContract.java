package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the members of groups of the v2 hierarchy are killed, where a v1 kernel would not let them die, or has no such groups. */
public abstract class V2KillContract {
    private static final String FREEZE = "cgroup.freeze";

    private final TestHost host;
    private Cgroup box;

    protected V2KillContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        box = host.newUnifiedGroup();
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    private void freeze(Cgroup group) {
        host.files().write(host.unifiedDir(group).resolve(FREEZE), "1");
    }

    private boolean isFrozen(Cgroup group) {
        return host.files().read(host.unifiedDir(group).resolve(FREEZE)).strip().equals("1");
    }

    @Test
    void aGroupAboveThatIsFrozenIsNotInTheWayAndStaysFrozen() {
        Cgroup inner = box.child("inner").attach(host.startProcess());
        freeze(box);
        inner.kill();
        assertThat(inner.processes()).isEmpty();
        assertThat(isFrozen(box)).isTrue();
    }

    @Test
    void afterwardsNoGroupIsFrozen() {
        Cgroup inner = box.child("inner").attach(host.startProcess());
        freeze(inner);
        box.attach(host.startProcess());
        freeze(box);
        box.kill();
        assertThat(box.processes()).isEmpty();
        assertThat(inner.processes()).isEmpty();
        assertThat(isFrozen(box)).isFalse();
        assertThat(isFrozen(inner)).isFalse();
    }

    @Test
    void aGroupOfSingleThreadsIsKilledProcessByProcess() {
        long pid = host.startProcess();
        Cgroup threads = box.threadedChild("threads");
        box.attach(pid);
        threads.attachThread(pid);
        threads.kill();
        assertThat(threads.threads()).isEmpty();
        assertThat(box.processes()).isEmpty();
        box.delete();
    }

    @Test
    void aDomainIsKilledWithItsGroupsOfSingleThreads() {
        long pid = host.startProcess();
        Cgroup threads = box.threadedChild("threads");
        box.attach(pid);
        threads.attachThread(pid);
        box.kill();
        assertThat(threads.threads()).isEmpty();
        box.delete();
    }
}
