package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.OnClose;
import io.cgroups.ReapReport;
import io.cgroups.ScopedCgroup;
import io.cgroups.internal.proc.ProcStat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A JVM is killed while it makes 200 scoped groups: reaping removes those, and nothing else. */
public abstract class KilledOwnerContract {
    /** A machine under emulation takes its time; there one kill has to do. */
    private static final int ROUNDS = System.getenv("CGROUPS_VM_LAYOUT") == null ? 6 : 1;

    private final TestHost host;

    protected KilledOwnerContract(TestHost host) {
        this.host = host;
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void noneOfItsGroupsIsLeftAndNothingForeignIsTouched() throws Exception {
        Owned owned = new Owned(host);
        long foreign = host.startProcess();
        owned.base().child("foreign").child("inner").attach(foreign);
        try (ScopedCgroup mine = owned.cgroups().scoped("mine", OnClose.KILL);
                ScopingJvm other = ScopingJvm.start(owned.base().path(), "other", 1)) {
            mine.group().attach(host.startProcess());
            other.awaitGroups(1);
            for (int round = 0; round < ROUNDS; round++) {
                List<Long> orphans = killOneInTheMiddle(owned.base(), foreign);

                ReapReport report = owned.cgroups().reapOrphans();

                assertThat(report.left()).isEmpty();
                assertThat(report.removed()).isNotEmpty();
                assertThat(Owned.children(owned.base())).containsExactly("foreign", "mine", "other-0");
                assertThat(owned.notes(owned.base())).isEmpty();
                assertThat(orphans).isNotEmpty().noneMatch(this::isRunning);
            }
            assertThat(mine.group().processes()).hasSize(1);
            assertThat(owned.cgroups().open("foreign/inner").processes()).containsExactly(foreign);
            assertThat(other.process().isAlive()).isTrue();
        }
    }

    /** Kills a JVM at some moment, and gives the processes that it has left in its groups. */
    private List<Long> killOneInTheMiddle(Cgroup base, long foreign) throws Exception {
        try (ScopingJvm doomed = ScopingJvm.start(base.path(), "doomed", ScopingJvm.MANY)) {
            doomed.awaitGroups(ThreadLocalRandom.current().nextInt(ScopingJvm.MANY / 4, ScopingJvm.MANY * 3 / 4));
            Thread.sleep(ThreadLocalRandom.current().nextInt(3));
            doomed.kill();
        }
        List<Long> members = new ArrayList<>();
        for (Cgroup group : base.children()) {
            if (group.path().toString().contains("doomed")) {
                members.addAll(group.processes());
            }
        }
        assertThat(members).doesNotContain(foreign);
        return members;
    }

    private boolean isRunning(long pid) {
        Path stat = Path.of("/proc", Long.toString(pid), "stat");
        return Files.exists(stat)
                && !ProcStat.parse(stat, host.files().read(stat)).hasEnded();
    }
}
