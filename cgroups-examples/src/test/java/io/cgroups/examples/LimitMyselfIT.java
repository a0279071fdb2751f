package io.cgroups.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.contract.OnHost;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The example on this kernel, in a JVM of its own. */
@OnHost
class LimitMyselfIT {
    private static final Pattern RESULT = Pattern.compile(
            "quota (\\d+)/100000 us: measured (\\d+\\.\\d) % of one CPU, throttled (\\d+) of (\\d+) periods");

    private static final Pattern GROUP = Pattern.compile("group \\S+ is (/.*)");

    @Test
    void itMeasuresWhatTheQuotasAllowAndLeavesNothing() throws Exception {
        Process example = start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader output = output(example)) {
            output.lines().forEach(lines::add);
        }
        assertThat(example.waitFor()).as(String.join("\n", lines)).isZero();

        // No lower bounds: on a machine that others keep busy it gets less than it may have.
        assertQuotaHolds(lines.get(lines.size() - 2), 20_000, 22);
        assertQuotaHolds(lines.get(lines.size() - 1), 50_000, 53);
        assertThat(groupOf(lines.stream())).doesNotExist();
    }

    private static void assertQuotaHolds(String line, int quota, double atMost) {
        Matcher result = RESULT.matcher(line);
        assertThat(result.matches()).as(line).isTrue();
        assertThat(result.group(1)).isEqualTo(Integer.toString(quota));
        assertThat(Double.parseDouble(result.group(2))).isPositive().isLessThanOrEqualTo(atMost);
        assertThat(Integer.parseInt(result.group(3))).isPositive();
    }

    @Test
    void interruptedByTheUserItLeavesNothing() throws Exception {
        Process example = start();
        Path group;
        try (BufferedReader output = output(example)) {
            group = groupOf(output.lines());
            assertThat(group).exists();
            new ProcessBuilder("kill", "-INT", Long.toString(example.pid()))
                    .start()
                    .waitFor();
            assertThat(example.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            example.destroyForcibly();
        }
        assertThat(example.exitValue()).isEqualTo(130);
        assertThat(group).doesNotExist();
    }

    private static Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LimitMyself.class.getName())
                .redirectErrorStream(true)
                .start();
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /** The line that names the group, which stands first unless the usual name is taken. */
    private static Path groupOf(Stream<String> lines) {
        return lines.map(GROUP::matcher)
                .filter(Matcher::matches)
                .map(line -> Path.of(line.group(1)))
                .findFirst()
                .orElseThrow();
    }
}
