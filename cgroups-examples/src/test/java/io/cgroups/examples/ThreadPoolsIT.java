package io.cgroups.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.contract.OnHost;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The two pools on this kernel, in a JVM of their own. */
@OnHost
class ThreadPoolsIT {

    @Test
    void onePoolIsHeldToItsQuotaAndTheOtherNeverAndNoGroupIsLeft() throws Exception {
        Process example = ExampleProcess.start(ThreadPools.class);
        List<String> lines = new ArrayList<>();
        try (BufferedReader output = ExampleProcess.output(example)) {
            output.lines().forEach(lines::add);
        }
        assertThat(example.waitFor()).as(String.join("\n", lines)).isZero();

        assertThat(ExampleProcess.pools(lines))
                .as(String.join("\n", lines))
                .extracting(ExampleProcess.Pools::quota)
                .containsExactly(20_000, 50_000);
        // No lower bounds: on a machine that others keep busy it gets less than it may have.
        assertThat(ExampleProcess.pools(lines)).allSatisfy(result -> {
            assertThat(result.percent()).isPositive().isLessThanOrEqualTo(result.quota() / 1000.0 + 3);
            assertThat(result.throttled()).isPositive();
            assertThat(result.beside()).isPositive();
            assertThat(result.besideThrottled()).isZero();
        });
        assertThat(lines).hasSizeGreaterThan(10).noneMatch(line -> line.contains("\u001b"));
        assertThat(ExampleProcess.groups(lines.stream()))
                .hasSize(2)
                .allSatisfy(group -> assertThat(group).doesNotExist());
    }

    @Test
    void onATerminalEachPoolHasABarThatIsDrawnAgain() throws Exception {
        String output = interruptedAfter(6, "--live");
        assertThat(output).contains("\u001b[2A\u001b[J").contains("batch").contains("% of one CPU");
    }

    @Test
    void interruptedByTheUserItLeavesNothing() throws Exception {
        assertThat(interruptedAfter(3)).doesNotContain("measured");
    }

    /** What it says until it is told to end, after so many lines; then its groups must be gone. */
    private static String interruptedAfter(int lines, String... arguments) throws Exception {
        Process example = ExampleProcess.start(ThreadPools.class, List.of(), List.of(arguments));
        List<String> seen = new ArrayList<>();
        try (BufferedReader output = ExampleProcess.output(example)) {
            while (seen.size() < lines) {
                seen.add(output.readLine());
            }
            List<Path> groups = ExampleProcess.groups(seen.stream()).toList();
            assertThat(groups).hasSize(2).allSatisfy(group -> assertThat(group).exists());
            // SIGTERM; a shell without job control has its background jobs ignore what ctrl-C sends.
            example.toHandle().destroy();
            output.lines().forEach(seen::add);
            assertThat(example.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(groups).allSatisfy(group -> assertThat(group).doesNotExist());
        } finally {
            example.destroyForcibly();
        }
        return String.join("\n", seen);
    }
}
