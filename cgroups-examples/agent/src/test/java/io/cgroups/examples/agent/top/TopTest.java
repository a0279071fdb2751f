package io.cgroups.examples.agent.top;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.CgroupPath;
import io.cgroups.Controller;
import io.cgroups.examples.agent.watch.Watch;
import io.cgroups.testkit.InMemoryKernel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The view for terminals. */
class TopTest {
    private final InMemoryKernel kernel = InMemoryKernel.v2();

    @AutoClose
    private final Watch watch = new Watch(kernel.cgroups(), CgroupPath.ROOT, 100);

    @Test
    void withoutATerminalItPrintsATableAndNothingThatMovesACursor() {
        Cgroup box = kernel.cgroups().create("box", Controller.CPU, Controller.MEMORY);
        box.cpuQuota(20_000).memoryMax(64 << 20);
        kernel.cgroups().create("\u001b[2Jevil");
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        new Top(watch, Order.NAME).once(new PrintStream(output, true, UTF_8));

        List<String> lines = output.toString(UTF_8).lines().toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0)).isEqualTo("3 groups, sorted by name");
        assertThat(lines.get(1)).matches("GROUP +CPU +QUOTA +THROT +MEMORY +LIMIT +PRESSURE");
        assertThat(lines).anyMatch(line -> line.matches("box .* 20% .* 64M .*"));
        assertThat(lines).anyMatch(line -> line.startsWith("?[2Jevil "));
        assertThat(output.toString(UTF_8)).doesNotContain("\u001b");
    }

    @Test
    void onATerminalKeysSortAndScrollAndQEnds() throws IOException {
        for (int i = 0; i < 30; i++) {
            kernel.cgroups().create("group-" + i);
        }
        String screen = live("s\u001b[C\u001b[D\u001b[B\u001b[Bq");
        // Only what changes is drawn again.
        assertThat(screen)
                .containsSubsequence("sorted by cpu", "q quit", "throttled", "memory", "throttled", "group-16");
    }

    @Test
    void aTerminalThatGoesAwayEndsItToo() throws IOException {
        assertThat(live("")).contains("q quit");
    }

    /** What is drawn until the keys are used up. */
    private String live(String keys) throws IOException {
        watch.look();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (ExternalTerminal terminal =
                new ExternalTerminal("test", "xterm", new ByteArrayInputStream(keys.getBytes(UTF_8)), output, UTF_8)) {
            terminal.setSize(Size.of(100, 12));
            new Top(watch, Order.CPU).live(terminal);
        }
        return output.toString(UTF_8);
    }
}
