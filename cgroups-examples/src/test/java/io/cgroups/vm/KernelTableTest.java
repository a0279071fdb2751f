package io.cgroups.vm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.guest.TestOutcome;
import io.cgroups.guest.TestOutcome.Outcome;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KernelTableTest {
    private static final String PART = "io.cgroups.contract.KernelContract$Lifecycle";

    private static KernelColumn column(String title, Outcome... outcomes) {
        return new KernelColumn(
                title,
                "kernel " + title,
                Stream.of(outcomes)
                        .map(outcome -> new TestOutcome(PART, "test", outcome, ""))
                        .toList(),
                Set.of("w cpu.max", "r cpu.max", "r cpu.stat", "s CPU_BURST NOT_IN_KERNEL"));
    }

    @Test
    void aRowSaysHowManyPassedAndHowManyWereLeftOut() {
        String page = KernelTable.of(List.of(
                column("A", Outcome.PASSED, Outcome.PASSED),
                column("B", Outcome.PASSED, Outcome.SKIPPED),
                column("C", Outcome.SKIPPED),
                column("D")));

        assertThat(page.lines())
                .contains(
                        "- **A**: kernel A", "| KernelContract | A | B | C | D |", "| Lifecycle | 2 | 1 −1 | −1 |  |");
    }

    @Test
    void aControlFileIsSetOrOnlyRead() {
        assertThat(KernelTable.of(List.of(column("A"))).lines())
                .contains("| `cpu.max` | set |", "| `cpu.stat` | read |");
    }

    @Test
    void aSettingWorksOrTellsWhyNot() {
        assertThat(KernelTable.of(List.of(column("A"))).lines())
                .contains("| `cpu().burst` | not in kernel |", "| `cpu().quota` |  |");
    }

    @Test
    void aRunWithAFailureMakesNoPage() {
        List<KernelColumn> columns = List.of(column("A", Outcome.FAILED));
        assertThatThrownBy(() -> KernelTable.of(columns))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("kernel A");
    }
}
