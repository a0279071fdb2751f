package io.cgroups.examples.agent.top;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.CgroupPath;
import io.cgroups.examples.agent.watch.GroupState;
import io.cgroups.examples.agent.watch.Point;
import io.cgroups.examples.agent.watch.Snapshot;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Groups as lines of text. */
class TableTest {
    private static final float NONE = Float.NaN;

    private static GroupState group(String name, float cpu, float quota, float throttled, float memory) {
        Point point = new Point(0, cpu, quota, 10, throttled, memory, Float.POSITIVE_INFINITY, NONE, NONE, NONE);
        return new GroupState(CgroupPath.of(name), point, Optional.empty());
    }

    private static final List<GroupState> GROUPS = List.of(
            group("calm", 0.031f, Float.POSITIVE_INFINITY, 0, 5 << 20),
            group("tight", 0.1f, 0.1f, 8, 300 << 20),
            group("unknown", NONE, NONE, NONE, NONE));

    @Test
    void aRowHasFiguresAndBars() {
        assertThat(new Table(100).rows(GROUPS))
                .containsExactly(
                        "calm                            ----------    3.1%   none  ----------  0.0%    5.0M   none         -",
                        "tight                           ##########     10%    10%  ########--   80%    300M   none         -",
                        "unknown                         ----------       -      -  ----------     -       -   none         -");
    }

    @Test
    void aNarrowTerminalCutsAtTheRightAndKeepsTheEndOfALongName() {
        List<String> rows = new Table(40).rows(List.of(group("a-name-that-is-long/worker", 1, 1, 0, 0)));
        assertThat(rows).allMatch(row -> row.length() <= 40).first().asString().startsWith("…long/worker ##########");
    }

    @Test
    void theLargestComesFirstAndWhatIsNotKnownLast() {
        assertThat(Order.CPU.sort(GROUPS)).extracting(GroupState::name).containsExactly("tight", "calm", "unknown");
        assertThat(Order.THROTTLED.sort(GROUPS))
                .extracting(GroupState::name)
                .containsExactly("tight", "calm", "unknown");
        assertThat(Order.NAME.sort(GROUPS)).isEqualTo(GROUPS);
        assertThat(Order.CPU.next(-1)).isEqualTo(Order.NAME);
        assertThat(Order.NAME.next(1)).isEqualTo(Order.CPU);
    }

    @Test
    void theHeadSaysWhatWentWrong() {
        assertThat(new Table(80).head(new Snapshot(1, List.of(), 0, Optional.of("no such group")), Order.CPU))
                .first()
                .isEqualTo("no such group, sorted by cpu");
        assertThat(new Table(80).head(new Snapshot(1, GROUPS, 7, Optional.empty()), Order.CPU))
                .first()
                .isEqualTo("3 groups, at least 7 left out, sorted by cpu");
    }
}
