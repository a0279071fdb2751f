package io.cgroups.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A group and the root of a hierarchy have the control files, by name, that were captured on a real kernel. */
class V1FilesFixtureTest {
    private static final Path MOUNTS = Path.of("/sys/fs/cgroup");
    private static final String HEADER = "--- ";

    private final InMemoryKernel kernel = InMemoryKernel.v1();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    freezer          | v1/freezer
                    freezer          | host/freezer
                    net_cls,net_prio | v1/net_cls,net_prio
                    """)
    void aGroupHasTheCapturedFiles(String hierarchy, String fixture) throws IOException {
        Path box = MOUNTS.resolve(hierarchy).resolve("box");
        kernel.createDirectory(box);
        assertThat(ownFiles(kernel.files(box))).isEqualTo(ownFiles(captured(fixture)));
    }

    @ParameterizedTest
    @CsvSource({"freezer", "'net_cls,net_prio'"})
    void theRootHasTheCapturedFiles(String hierarchy) throws IOException {
        assertThat(ownFiles(kernel.files(MOUNTS.resolve(hierarchy))))
                .isEqualTo(ownFiles(captured("v1/" + hierarchy + "-root")));
    }

    /** The files of the controllers; those of every hierarchy are another matter. */
    private static List<String> ownFiles(List<String> names) {
        return names.stream()
                .filter(name -> name.startsWith("freezer.") || name.startsWith("net_"))
                .sorted()
                .toList();
    }

    private static List<String> captured(String fixture) throws IOException {
        String resource = "/io/cgroups/fixtures/" + fixture;
        try (InputStream in =
                Objects.requireNonNull(V1FilesFixtureTest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(HEADER))
                    .map(line -> line.substring(HEADER.length(), line.lastIndexOf(' ')))
                    .toList();
        }
    }
}
