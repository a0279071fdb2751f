package io.cgroups.internal.own;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Controller;
import io.cgroups.Hierarchy;
import io.cgroups.OnClose;
import io.cgroups.spi.GroupDir;
import io.cgroups.testkit.InMemoryKernel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of several that take a directory over, one gets it. */
class ClaimTest {
    private final InMemoryKernel kernel = InMemoryKernel.v1();
    private final Marks marks = Marks.of(kernel).orElseThrow();
    private final Hierarchy cpu =
            kernel.cgroups().layout().hierarchy(Controller.CPU).orElseThrow();
    private final GroupDir above = new GroupDir(kernel, cpu, cpu.mountPoint());
    private final GroupDir dir = above.child("box");

    private final Mark dead = mark(1);
    private final Mark mine = mark(2);
    private final Mark other = mark(3);

    private static Mark mark(long pid) {
        return Mark.of(new Owner(pid, pid, "pid:[1]"), Optional.of(OnClose.KILL));
    }

    @BeforeEach
    void makeTheDirectory() {
        kernel.createDirectory(dir.path());
    }

    private Optional<Claim> claim(Mark by) {
        return Claim.on(marks, dir, by, List.of(dead), List.of());
    }

    @Test
    void theMarkOfTheDeadGivesWay() {
        marks.set(dir, dead);

        assertThat(claim(mine)).isPresent();
        assertThat(marks.on(dir).marks()).containsExactly(mine);
    }

    @Test
    void whoIsLateTakesItsMarkOffAgain() {
        marks.set(dir, dead);
        claim(mine);

        assertThat(claim(other)).isEmpty();
        assertThat(marks.on(dir).marks()).containsExactly(mine);
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        marks.set(dir, dead);
        claim(mine).orElseThrow().giveBack();

        assertThat(marks.on(dir).marks()).containsExactly(dead);
        assertThat(claim(other)).isPresent();
    }

    @Test
    void aGroupThatWasNeverFinishedIsTakenByItsIntent() {
        Intent intent = new Intent(dead, "box");
        marks.set(above, intent);

        Claim claim = Claim.on(marks, dir, mine, List.of(), List.of(intent)).orElseThrow();
        assertThat(marks.on(above).intents()).isEmpty();
        assertThat(marks.on(dir).marks()).containsExactly(mine);
        assertThat(Claim.on(marks, dir, other, List.of(), List.of(intent))).isEmpty();

        claim.giveBack();
        assertThat(marks.on(above).intents()).containsExactly(intent);
        assertThat(marks.on(dir).marks()).isEmpty();
    }

    @Test
    void aDirectoryThatIsGoneNeedsNoMark() {
        marks.set(dir, dead);
        Claim claim = claim(mine).orElseThrow();
        kernel.removeDirectory(dir.path());

        claim.giveBack();
        assertThat(kernel.exists(dir.path())).isFalse();
    }
}
