package io.cgroups.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rules that are about the text of the sources. */
class SourceRulesTest {
    private static final int MAX_LINES = 400;
    private static final Pattern DISABLED = Pattern.compile("@([\\w.]+\\.)?Disabled");
    private static final Pattern NULL_MARKED = Pattern.compile("(?m)^@NullMarked$");

    @Test
    void everyModuleIsLookedAt() {
        assertThat(Repository.modules())
                .extracting(module -> module.getFileName().toString())
                .contains(
                        "cgroups-core",
                        "cgroups-v1",
                        "cgroups-v2",
                        "cgroups-examples",
                        "agent",
                        "spring-boot",
                        "benchmarks");
        assertThat(sources("main")).isNotEmpty();
        assertThat(sources("test")).isNotEmpty();
    }

    @Test
    void noFileIsTooLongToRead() {
        assertThat(sources("main")).allSatisfy(SourceRulesTest::isShort);
        assertThat(sources("test")).allSatisfy(SourceRulesTest::isShort);
    }

    @Test
    void noTestIsDisabled() {
        assertThat(sources("test"))
                .allSatisfy(
                        file -> assertThat(Repository.text(file)).as("%s", file).doesNotContainPattern(DISABLED));
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<Path> packages = sources("main").stream()
                .filter(file -> !file.endsWith("module-info.java"))
                .map(Path::getParent)
                .collect(Collectors.toSet());

        assertThat(packages)
                .map(directory -> directory.resolve("package-info.java"))
                .allSatisfy(file -> {
                    assertThat(file).exists();
                    assertThat(Repository.text(file)).as("%s", file).containsPattern(NULL_MARKED);
                });
    }

    private static void isShort(Path file) {
        assertThat(Repository.text(file).lines().count())
                .as("lines of %s", file)
                .isLessThanOrEqualTo(MAX_LINES);
    }

    private static List<Path> sources(String kind) {
        return Repository.modules().stream()
                .map(module -> module.resolve("src").resolve(kind).resolve("java"))
                .flatMap(directory -> Repository.javaFiles(directory).stream())
                .toList();
    }
}
