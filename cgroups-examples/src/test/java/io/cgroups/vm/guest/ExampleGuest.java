package io.cgroups.vm.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cgroups.Cgroups;
import io.cgroups.Hierarchy;
import io.cgroups.examples.ExampleProcess;
import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example of the README on the layout of the machine: nobody else is busy there, so that it gets what it may have. */
public class ExampleGuest {

    @Test
    void itPrintsTwentyAndFiftyPercentAndLeavesNoGroup() throws Exception {
        // The client compiler, as for the tests: with a fifth of an emulated processor the other one takes its time.
        Process example = ExampleProcess.start("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        List<String> lines = new ArrayList<>();
        try (BufferedReader output = ExampleProcess.output(example)) {
            output.lines().forEach(lines::add);
        }
        lines.forEach(System.out::println);
        assertThat(example.waitFor()).as(String.join("\n", lines)).isZero();

        List<ExampleProcess.Result> results = ExampleProcess.results(lines);
        assertThat(results).as(String.join("\n", lines)).hasSize(2);
        assertHolds(results.get(0), 20_000, 20);
        assertHolds(results.get(1), 50_000, 50);
        assertThat(ExampleProcess.groupOf(lines.stream())).doesNotExist();
        for (Hierarchy hierarchy : Cgroups.builder().build().layout().hierarchies()) {
            assertThat(hierarchy.mountPoint().resolve("container")).doesNotExist();
        }
    }

    private static void assertHolds(ExampleProcess.Result result, int quota, double percent) {
        assertThat(result.quota()).isEqualTo(quota);
        assertThat(result.percent()).isCloseTo(percent, within(3.0));
        assertThat(result.throttled()).isPositive();
    }
}
