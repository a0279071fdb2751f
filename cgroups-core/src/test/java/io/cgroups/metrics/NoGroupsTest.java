package io.cgroups.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.CgroupsUnavailableException;
import io.cgroups.Failure;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

/** A program that measures itself, on a machine without control groups. */
class NoGroupsTest {

    @Test
    void aProgramThatMeasuresItselfStartsThereAsWell() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        try (CgroupMetrics metrics = CgroupMetrics.ofSelf(
                () -> {
                    throw new CgroupsUnavailableException(Failure.of("detect control groups", "this is not Linux"));
                },
                Tags.empty(),
                MetricNaming.MICROMETER)) {
            metrics.bindTo(registry);
        }
        assertThat(registry.getMeters()).isEmpty();
    }
}
