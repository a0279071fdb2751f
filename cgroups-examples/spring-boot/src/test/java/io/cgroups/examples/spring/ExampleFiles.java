package io.cgroups.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files for Prometheus that users start from. */
final class ExampleFiles {
    static final Path DIRECTORY = Path.of("..", "prometheus").toAbsolutePath().normalize();
    static final Path CONFIGURATION = DIRECTORY.resolve("prometheus.yml");
    static final Path RULES = DIRECTORY.resolve("cgroups.rules.yml");
    static final Path RULES_TEST = DIRECTORY.resolve("cgroups.rules.test.yml");

    private ExampleFiles() {}

    /** Copies them with another target, and with seconds where they have minutes; gives the configuration. */
    static Path copyTo(Path directory, int targetPort) throws IOException {
        String configuration = replaced(Files.readString(CONFIGURATION), "127.0.0.1:8080", "127.0.0.1:" + targetPort);
        String rules = Files.readString(RULES);
        Files.writeString(
                directory.resolve(RULES.getFileName()),
                replaced(replaced(replaced(rules, "[5m]", "[10s]"), "for: 15m", "for: 3s"), "for: 5m", "for: 3s"));
        return Files.writeString(
                directory.resolve(CONFIGURATION.getFileName()),
                replaced(
                        replaced(configuration, "scrape_interval: 15s", "scrape_interval: 2s"),
                        "evaluation_interval: 15s",
                        "evaluation_interval: 1s"));
    }

    private static String replaced(String text, String old, String replacement) {
        assertThat(text).contains(old);
        return text.replace(old, replacement);
    }
}
