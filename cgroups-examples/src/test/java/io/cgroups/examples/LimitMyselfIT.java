package io.cgroups.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.contract.OnHost;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The example on this kernel, in a JVM of its own. */
@OnHost
class LimitMyselfIT {
    private static final int SIGINT = 2;
    private static final int SIGTERM = 15;

    @Test
    void itMeasuresWhatTheQuotasAllowAndLeavesNothing() throws Exception {
        Process example = ExampleProcess.start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader output = ExampleProcess.output(example)) {
            output.lines().forEach(lines::add);
        }
        assertThat(example.waitFor()).as(String.join("\n", lines)).isZero();

        assertThat(ExampleProcess.results(lines))
                .as(String.join("\n", lines))
                .extracting(ExampleProcess.Result::quota)
                .containsExactly(20_000, 50_000);
        // No lower bounds: on a machine that others keep busy it gets less than it may have.
        assertThat(ExampleProcess.results(lines)).allSatisfy(result -> {
            assertThat(result.percent()).isPositive().isLessThanOrEqualTo(result.quota() / 1000.0 + 3);
            assertThat(result.throttled()).isPositive();
        });
        assertThat(ExampleProcess.groupOf(lines.stream())).doesNotExist();
    }

    @Test
    void interruptedByTheUserItLeavesNothing() throws Exception {
        int signal = isIgnored(SIGINT) ? SIGTERM : SIGINT;
        Process example = ExampleProcess.start();
        Path group;
        try (BufferedReader output = ExampleProcess.output(example)) {
            group = ExampleProcess.groupOf(output.lines());
            assertThat(group).exists();
            new ProcessBuilder("kill", "-" + signal, Long.toString(example.pid()))
                    .start()
                    .waitFor();
            assertThat(example.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            example.destroyForcibly();
        }
        assertThat(example.exitValue()).isEqualTo(128 + signal);
        assertThat(group).doesNotExist();
    }

    /** A shell without job control has its background jobs ignore what ctrl-C sends, and their children do so, too. */
    private static boolean isIgnored(int signal) throws IOException {
        String mask = Files.readString(Path.of("/proc/self/status"))
                .lines()
                .filter(line -> line.startsWith("SigIgn:"))
                .findFirst()
                .orElseThrow();
        return (Long.parseUnsignedLong(mask.substring(mask.indexOf(':') + 1).strip(), 16) >> (signal - 1) & 1) == 1;
    }
}
