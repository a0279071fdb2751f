package io.cgroups.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The files for Prometheus, checked by its own tool. */
class PrometheusFilesIT {

    @Test
    void theConfigurationIsValid() throws IOException {
        assertSuccess("check", "config", ExampleFiles.CONFIGURATION.toString());
    }

    @Test
    void theRulesAreValid() throws IOException {
        assertSuccess("check", "rules", "--lint-fatal", ExampleFiles.RULES.toString());
    }

    @Test
    void theRulesFireOnWhatTheyShouldAndOnNothingElse() throws IOException {
        assertSuccess("test", "rules", ExampleFiles.RULES_TEST.toString());
    }

    private static void assertSuccess(String... check) throws IOException {
        PromTool.Result result = PromTool.run(check);
        assertThat(result.status()).as(result.output()).isZero();
        assertThat(result.output()).contains("SUCCESS");
    }
}
