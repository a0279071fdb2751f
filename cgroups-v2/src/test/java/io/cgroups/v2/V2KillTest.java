package io.cgroups.v2;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.testkit.InMemoryKernel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Killing the members of a group one by one, on kernels that cannot do it at once. */
class V2KillTest {
    private static final String KILL = "cgroup.kill";
    private static final String FREEZE = "cgroup.freeze";

    private final InMemoryKernel kernel = InMemoryKernel.v2();
    private final long first = kernel.startProcess();
    private final long second = kernel.startProcess();

    private Cgroup box(OldKernel old) {
        Cgroup box = old.cgroups().create("box", Controller.FREEZER).attach(first);
        box.child("inner").attach(second);
        old.changes().clear();
        return box;
    }

    @Test
    void theyAreFrozenMeanwhileSoThatNoneForks() {
        OldKernel old = new OldKernel(kernel, KILL);
        Cgroup box = box(old);
        box.kill();
        assertThat(old.changes()).containsExactly(FREEZE + " 1", "kill " + first, "kill " + second, FREEZE + " 0");
        assertThat(box.processes()).isEmpty();
        assertThat(box.freezer().selfFreezing()).isFalse();
    }

    @Test
    void withoutAFreezerTheyAreKilledAllTheSame() {
        OldKernel old = new OldKernel(kernel, KILL, FREEZE);
        Cgroup box = box(old);
        box.kill();
        assertThat(old.changes()).containsExactly("kill " + first, "kill " + second);
    }

    @Test
    void whoMayNotFreezeMayKill() {
        OldKernel old = new OldKernel(kernel, KILL) {
            @Override
            public void write(Path file, String text) {
                if (file.endsWith(FREEZE)) {
                    throw refusal("write", file, Errno.EACCES);
                }
                super.write(file, text);
            }
        };
        box(old).kill();
        assertThat(old.changes()).containsExactly("kill " + first, "kill " + second);
    }

    @Test
    void whoCannotBeFrozenIsKilledAllTheSame() {
        kernel.makeUnfreezable(first);
        Cgroup box = box(new OldKernel(kernel, KILL));
        box.kill();
        assertThat(box.processes()).isEmpty();
        assertThat(box.children().get(0).processes()).isEmpty();
    }

    @Test
    void whoHasForkedBeforeIsKilledInTheNextRound() {
        long late = kernel.startProcess();
        OldKernel old = new OldKernel(kernel, KILL) {
            @Override
            public boolean kill(long pid) {
                if (pid == second) {
                    kernel.write(Path.of("/sys/fs/cgroup/box/inner/cgroup.procs"), Long.toString(late));
                }
                return super.kill(pid);
            }
        };
        Cgroup box = box(old);
        box.kill();
        assertThat(old.changes()).contains("kill " + late);
        assertThat(box.children().get(0).processes()).isEmpty();
    }

    @Test
    void whoTheStrokeOfTheKernelMissesIsKilledByName() {
        OldKernel old = new OldKernel(kernel) {
            @Override
            public void write(Path file, String text) {
                if (!file.endsWith(KILL)) {
                    super.write(file, text);
                }
            }

            // As for a process whose first thread had ended before the others came in.
            @Override
            public String read(Path file) {
                return file.endsWith("cgroup.procs") ? "" : super.read(file);
            }
        };
        Cgroup box = box(old);
        assertThat(box.processes()).containsExactly(first);
        box.kill();
        assertThat(old.changes()).containsSubsequence("kill " + first, "kill " + second);
        assertThat(box.threads()).isEmpty();
    }
}
