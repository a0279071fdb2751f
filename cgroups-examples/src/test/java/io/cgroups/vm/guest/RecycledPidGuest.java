package io.cgroups.vm.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.contentOf;

import io.cgroups.Cgroup;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.OnClose;
import io.cgroups.ProcessNotFoundException;
import io.cgroups.ScopedCgroup;
import io.cgroups.internal.fs.LinuxKernelFiles;
import io.cgroups.spi.ForwardingKernelFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The id of a process goes to another one: the machine lets root say which id comes next. */
public class RecycledPidGuest {
    private static final Path LAST_PID = Path.of("/proc/sys/kernel/ns_last_pid");
    private static final int TRIES = 50;

    private Process process = start();

    private static Process start() {
        try {
            return new ProcessBuilder("sleep", "100").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process, and starts another one of its id: threads of this JVM may be faster now and then. */
    private void recycle() {
        long pid = process.pid();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            end();
            try {
                Files.writeString(LAST_PID, Long.toString(pid - 1));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            process = start();
            if (process.pid() == pid) {
                return;
            }
        }
        throw new AssertionError("no process got the id " + pid);
    }

    @AfterEach
    void end() {
        process.destroyForcibly().onExit().join();
    }

    private static String groups(String proc) {
        return contentOf(Path.of("/proc", proc, "cgroup").toFile());
    }

    @Test
    void aHandleToTheFormerOwnerMovesNobody() {
        ProcessHandle meant = process.toHandle();
        try (ScopedCgroup scope = Cgroups.system().scoped("recycled", OnClose.KILL, Controller.CPU)) {
            recycle();
            assertThatThrownBy(() -> scope.group().attach(meant)).isInstanceOf(ProcessNotFoundException.class);
            assertThat(scope.group().processes()).isEmpty();
            assertThat(ProcessHandle.of(meant.pid())).isPresent();
            scope.group().attach(process.toHandle());
            assertThat(scope.group().processes()).containsExactly(process.pid());
        }
    }

    @Test
    void aStrangerThatWasMovedInItsPlaceIsBackWhereItWasBorn() {
        ProcessHandle meant = process.toHandle();
        Cgroups cgroups = Cgroups.builder().kernel(new Recycling()).build();
        try (ScopedCgroup scope = cgroups.scoped("recycled", OnClose.KILL, Controller.CPU, Controller.MEMORY)) {
            Cgroup old = scope.group().child("old").attach(process.pid());
            assertThat(old.processes()).containsExactly(process.pid());

            assertThatThrownBy(() -> scope.group().child("box").attach(meant))
                    .isInstanceOf(ProcessNotFoundException.class)
                    .hasMessageContaining("belongs to another process by now")
                    .hasNoSuppressedExceptions();
            assertThat(process.pid()).isEqualTo(meant.pid());
            assertThat(process.toHandle()).isNotEqualTo(meant);
            assertThat(groups(Long.toString(process.pid()))).isEqualTo(groups("self"));
        }
    }

    /** Recycles the id just before it is written into the box. */
    private final class Recycling extends ForwardingKernelFiles {
        private boolean done;

        private Recycling() {
            super(new LinuxKernelFiles(Path.of("/proc")));
        }

        @Override
        public void write(Path file, String text) {
            if (!done && file.endsWith("box/cgroup.procs")) {
                done = true;
                recycle();
            }
            super.write(file, text);
        }
    }
}
