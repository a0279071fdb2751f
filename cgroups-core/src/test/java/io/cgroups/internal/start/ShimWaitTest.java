package io.cgroups.internal.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupTimeoutException;
import io.cgroups.testkit.InMemoryKernel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A shell that stands still on its way, as in a frozen group; time flies. */
@EnabledOnOs(OS.LINUX)
class ShimWaitTest {
    @TempDir
    private Path directory;

    private ShimStart shim;
    private FakeEntry entry;

    @BeforeEach
    void makeAJoinThatNeverReturns() throws IOException, InterruptedException {
        Path fifo = directory.resolve("fifo");
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        entry = FakeEntry.taking(fifo);
        shim = new ShimStart(
                Path.of("/proc"), InMemoryKernel.v1().clock(), ShimTools.ofThisSystem(), ProgramPath.ofThisJvm());
    }

    private Process start() throws IOException {
        return shim.start(new ProcessBuilder("touch", directory.resolve("ran").toString()), entry);
    }

    private void standsStill(Process process) {
        assertThat(process.isAlive()).isTrue();
        assertThat(directory.resolve("ran")).doesNotExist();
        process.destroyForcibly().onExit().join();
    }

    @Test
    void whoeverDidNotJoinInTimeIsKilled() {
        List<ProcessHandle> before = ProcessHandle.current().children().toList();
        assertThatThrownBy(this::start).isInstanceOf(CgroupTimeoutException.class);
        List<ProcessHandle> started = ProcessHandle.current()
                .children()
                .filter(child -> !before.contains(child))
                .toList();
        // Only the clock flies: to die, and to be seen dead, takes its time.
        started.forEach(child -> child.onExit().join());
        assertThat(directory.resolve("ran")).doesNotExist();
    }

    @Test
    void aMemberOfAFrozenGroupIsStarted() throws IOException {
        entry.holds = true;
        entry.frozen = true;
        standsStill(start());
    }

    @Test
    void aMemberThatIsHeldUpIsStartedAfterTheLimit() throws IOException {
        entry.holds = true;
        standsStill(start());
    }
}
