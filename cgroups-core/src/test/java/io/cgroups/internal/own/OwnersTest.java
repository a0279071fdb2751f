package io.cgroups.internal.own;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.spi.ForwardingKernelFiles;
import io.cgroups.testkit.InMemoryKernel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Who lives and who does not. */
class OwnersTest {
    private final InMemoryKernel kernel = InMemoryKernel.v1();
    private final long pid = kernel.startProcess();

    private Owner owner(Owners owners, long start) {
        return new Owner(pid, start, owners.self().orElseThrow().space());
    }

    /** Looks at a kernel that answers some reads in another way. */
    private Owners looking(Function<Path, Optional<String>> answer) {
        return new Owners(new ForwardingKernelFiles(kernel) {
            @Override
            public String read(Path file) {
                return answer.apply(file).orElseGet(() -> super.read(file));
            }
        });
    }

    private boolean isStat(Path file) {
        return file.endsWith(Path.of(Long.toString(pid), "stat"));
    }

    private Owners withStat(String state, int threads) {
        String text = pid + " (java) " + state + " 0 1 1 0 -1 1 0 0 0 0 0 0 0 0 20 0 " + threads + " 0 77 0\n";
        return looking(file -> isStat(file) ? Optional.of(text) : Optional.empty());
    }

    @Test
    void thisJvmLives() {
        Owners owners = new Owners(kernel);
        Owner self = owners.self().orElseThrow();

        assertThat(self.pid()).isEqualTo(ProcessHandle.current().pid());
        assertThat(self.space()).isEqualTo("pid:[4026531836],time:[4026531834]");
        assertThat(owners.life(self)).isEqualTo(Life.ALIVE);
        assertThat(owners.describe(self)).isEqualTo("process " + self.pid() + " (java)");
    }

    @Test
    void aProcessOfAnotherStartHasTheIdOfADeadOne() {
        Owners owners = withStat("S", 1);

        assertThat(owners.life(owner(owners, 77))).isEqualTo(Life.ALIVE);
        assertThat(owners.life(owner(owners, 76))).isEqualTo(Life.DEAD);
    }

    @Test
    void aProcessThatIsGoneIsDead() {
        Owners owners = new Owners(kernel);
        kernel.kill(pid);

        assertThat(owners.life(owner(owners, pid))).isEqualTo(Life.DEAD);
        assertThat(owners.describe(owner(owners, pid))).isEqualTo("process " + pid + ", which is dead");
    }

    @Test
    void aProcessThatNobodyHasAskedForItsExitCodeIsDead() {
        Owners owners = withStat("Z", 1);

        assertThat(owners.life(owner(owners, 77))).isEqualTo(Life.DEAD);
    }

    @Test
    void aProcessWhoseFirstThreadAloneHasEndedLives() {
        Owners owners = withStat("Z", 3);

        assertThat(owners.life(owner(owners, 77))).isEqualTo(Life.ALIVE);
    }

    @Test
    void nobodyCanTellOfAnotherNamespace() {
        Owners owners = new Owners(kernel);
        for (String space : List.of("pid:[4026531836]", "pid:[1],time:[4026531834]", "pid:[4026531836],time:[2]")) {
            assertThat(owners.life(new Owner(pid, pid, space))).isEqualTo(Life.UNKNOWN);
        }
    }

    @Test
    void nobodyCanTellWhereProcessesOfOthersAreHidden() {
        kernel.kill(pid);
        Owners owners = new Owners(new ForwardingKernelFiles(kernel) {
            @Override
            public boolean exists(Path path) {
                return !path.endsWith("1/stat") && super.exists(path);
            }
        });

        assertThat(owners.life(owner(owners, pid))).isEqualTo(Life.UNKNOWN);
    }

    @Test
    void nobodyCanTellOfAProcessThatMayNotBeReadOf() {
        Owners owners = looking(file -> {
            if (isStat(file)) {
                throw CgroupIoException.of(Failure.of("read", file, Errno.EACCES), null);
            }
            return Optional.empty();
        });

        assertThat(owners.life(owner(owners, pid))).isEqualTo(Life.UNKNOWN);
    }

    @Test
    void theProcOfAnotherPidNamespaceTellsNothing() {
        Owners owners = looking(file -> Optional.of("3 (java) S 0 1 1 0 -1 1 0 0 0 0 0 0 0 0 20 0 1 0 77 0\n")
                .filter(text -> file.endsWith("self/stat")));

        assertThat(owners.self()).isEmpty();
        assertThat(owners.life(new Owner(pid, pid, "pid:[4026531836],time:[4026531834]")))
                .isEqualTo(Life.UNKNOWN);
    }
}
