package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.OnClose;
import io.cgroups.ProcessNotFoundException;
import io.cgroups.ReapReport;
import io.cgroups.ScopedCgroup;
import io.cgroups.internal.proc.ProcStat;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A JVM is killed while it makes 200 scoped groups: reaping removes those, and nothing else. */
public abstract class KilledOwnerContract {
    /** A machine under emulation takes its time; there one kill has to do. */
    private static final int ROUNDS = System.getenv("CGROUPS_VM_LAYOUT") == null ? 3 : 1;

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
            for (int round = 0; round < ROUNDS; round++) {
                List<Long> orphans = killOneInTheMiddle(owned.base(), foreign);
                if (round == 0) {
                    other.awaitGroups(1);
                }

                ReapReport report = owned.cgroups().reapOrphans();

                assertThat(report.left()).isEmpty();
                assertThat(report.removed()).isNotEmpty();
                assertThat(Owned.children(owned.base())).containsExactly("foreign", "mine", "other-0");
                assertThat(owned.notes(owned.base())).isEmpty();
                assertThat(orphans).isNotEmpty().allSatisfy(this::assertEnds);
            }
            assertThat(mine.group().processes()).hasSize(1);
            assertThat(owned.cgroups().open("foreign/inner").processes()).containsExactly(foreign);
            assertThat(other.process().isAlive()).isTrue();
        }
    }

    @Test
    void anOwnerThatNobodyHasAskedForItsExitCodeIsDead() throws Exception {
        Owned owned = new Owned(host);
        // The shell becomes a sleep, which waits for no child; the child has nothing to read, and ends.
        Process parent = new ProcessBuilder("sh", "-c", "sh -c 'echo $$; read none' & exec sleep 600").start();
        try (BufferedReader output = parent.inputReader()) {
            long child = Long.parseLong(output.readLine());
            assertThat(host.files().clock().await(() -> hasEnded(child), Duration.ofSeconds(30)))
                    .isTrue();
            owned.mark(owned.base().child("box"), owned.alive(child), "KILL");

            assertThat(owned.cgroups().reapOrphans().removed()).hasSize(1);
            assertThat(Files.exists(stat(child))).isTrue();
        } finally {
            parent.destroyForcibly().waitFor();
        }
    }

    /** Kills a JVM at some moment, and gives the processes that it has left in its groups. */
    private List<Long> killOneInTheMiddle(Cgroup base, long foreign) throws Exception {
        try (ScopingJvm doomed = ScopingJvm.start(base.path(), "doomed", ScopingJvm.MANY)) {
            doomed.awaitGroups(ThreadLocalRandom.current().nextInt(ScopingJvm.MANY / 4, ScopingJvm.MANY / 2));
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

    /** A killed process leaves its group a moment before it is seen to have ended. */
    private void assertEnds(long pid) {
        assertThat(host.files().clock().await(() -> isGone(pid), Duration.ofSeconds(30)))
                .as("process %s ends", pid)
                .isTrue();
    }

    private boolean isGone(long pid) {
        try {
            return hasEnded(pid);
        } catch (CgroupNotFoundException | ProcessNotFoundException e) {
            return true;
        }
    }

    private boolean hasEnded(long pid) {
        return ProcStat.parse(stat(pid), host.files().read(stat(pid))).hasEnded();
    }

    private static Path stat(long pid) {
        return Path.of("/proc", Long.toString(pid), "stat");
    }
}
