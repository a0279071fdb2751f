package io.cgroups.vm.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroups;
import io.cgroups.Hierarchy;
import io.cgroups.examples.ExampleProcess;
import io.cgroups.examples.LimitMyself;
import io.cgroups.examples.ThreadPools;
import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The examples on the layout of the machine: nobody else is busy there, so that it gets what it may have. */
public class ExampleGuest {
    private static final int TRIES = 3;
    private static final double TOLERANCE = 5;

    /** Time for which the host takes an emulated processor away counts as used: a busy host may spoil a try. */
    @Test
    void itPrintsTwentyAndFiftyPercentAndLeavesNoGroup() throws Exception {
        List<String> lines = run();
        for (int attempt = 1; attempt < TRIES && !holds(lines); attempt++) {
            lines = run();
        }
        assertThat(holds(lines)).as(String.join("\n", lines)).isTrue();
        assertThat(ExampleProcess.results(lines))
                .allSatisfy(result -> assertThat(result.throttled()).isPositive());
    }

    @Test
    void ofTwoPoolsOneHasTwentyAndFiftyPercentAndTheOtherIsNeverThrottled() throws Exception {
        List<String> lines = run(ThreadPools.class);
        for (int attempt = 1; attempt < TRIES && !poolsHold(lines); attempt++) {
            lines = run(ThreadPools.class);
        }
        assertThat(poolsHold(lines)).as(String.join("\n", lines)).isTrue();
        assertThat(ExampleProcess.pools(lines)).allSatisfy(result -> {
            assertThat(result.throttled()).isPositive();
            assertThat(result.besideThrottled()).isZero();
        });
    }

    private static boolean poolsHold(List<String> lines) {
        List<ExampleProcess.Pools> results = ExampleProcess.pools(lines);
        return results.stream().map(ExampleProcess.Pools::quota).toList().equals(List.of(20_000, 50_000))
                && results.stream()
                        .allMatch(result -> Math.abs(result.percent() - result.quota() / 1000.0) <= TOLERANCE);
    }

    /** Whether 20 % were measured, and then 50 %. */
    private static boolean holds(List<String> lines) {
        List<ExampleProcess.Result> results = ExampleProcess.results(lines);
        return results.stream().map(ExampleProcess.Result::quota).toList().equals(List.of(20_000, 50_000))
                && results.stream()
                        .allMatch(result -> Math.abs(result.percent() - result.quota() / 1000.0) <= TOLERANCE);
    }

    private static List<String> run() throws Exception {
        List<String> lines = run(LimitMyself.class);
        for (Hierarchy hierarchy : Cgroups.builder().build().layout().hierarchies()) {
            assertThat(hierarchy.mountPoint().resolve("container")).doesNotExist();
        }
        return lines;
    }

    private static List<String> run(Class<?> main) throws Exception {
        // The client compiler, as for the tests: with a fifth of an emulated processor the other one takes its time.
        Process example = ExampleProcess.start(main, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        List<String> lines = new ArrayList<>();
        try (BufferedReader output = ExampleProcess.output(example)) {
            output.lines().forEach(lines::add);
        }
        lines.forEach(System.out::println);
        assertThat(example.waitFor()).as(String.join("\n", lines)).isZero();
        assertThat(ExampleProcess.groups(lines.stream()))
                .isNotEmpty()
                .allSatisfy(group -> assertThat(group).doesNotExist());
        return lines;
    }
}
