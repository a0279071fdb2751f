package io.cgroups.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example where the kernel cannot be used. */
class LimitMyselfTest {

    @Test
    void onTheInMemoryKernelEveryLineSaysSoAndTheQuotasHold() {
        PrintStream console = System.out;
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (PrintStream captured = new PrintStream(output, true, UTF_8)) {
            System.setOut(captured);
            LimitMyself.main(new String[] {"--in-memory"});
        } finally {
            System.setOut(console);
        }

        List<String> lines = output.toString(UTF_8).lines().toList();
        assertThat(lines).hasSizeGreaterThan(10).allMatch(line -> line.startsWith("[in-memory] "));
        assertThat(lines.subList(lines.size() - 2, lines.size()))
                .containsExactly(
                        "[in-memory] quota 20000/100000 us: measured 20.0 % of one CPU, throttled 50 of 50 periods",
                        "[in-memory] quota 50000/100000 us: measured 50.0 % of one CPU, throttled 50 of 50 periods");
    }
}
