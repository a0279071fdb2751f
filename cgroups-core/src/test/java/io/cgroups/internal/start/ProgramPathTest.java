package io.cgroups.internal.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class ProgramPathTest {
    @TempDir
    private Path directory;

    private File run;
    private String first;
    private String second;

    @BeforeEach
    void makePath() throws IOException {
        run = Files.createDirectory(directory.resolve("run")).toFile();
        first = Files.createDirectory(directory.resolve("first")).toString();
        second = Files.createDirectory(directory.resolve("second")).toString();
    }

    private static void program(String directory, String name, String text) throws IOException {
        Path file = Files.writeString(Path.of(directory, name), text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private String find(String name, String childPath) throws IOException {
        return new ProgramPath(first + ":" + second).toExecute(name, run, childPath);
    }

    @Test
    void aNameStaysANameWhereTheProgramsOwnPathLeadsToTheSameFile() throws IOException {
        program(second, "tool", "");
        assertThat(find("tool", second)).isEqualTo("tool");
        assertThat(find("tool", "/nowhere:" + second)).isEqualTo("tool");
    }

    @Test
    void thePathOfThisJvmDecides() throws IOException {
        program(first, "tool", "");
        program(second, "tool", "");
        assertThat(find("tool", second)).isEqualTo(first + "/tool");
        assertThat(find("tool", "/nowhere")).isEqualTo(first + "/tool");
    }

    @Test
    void whatIsNotExecutableOrHasNoInterpreterIsPassedOver() throws IOException {
        Files.createFile(Path.of(first, "tool"));
        program(second, "tool", "");
        assertThat(find("tool", second)).isEqualTo("tool");

        program(first, "tool2", "#!/not/there\n");
        program(second, "tool2", "");
        assertThat(find("tool2", second)).isEqualTo("tool2");
    }

    @Test
    void aRelativePathCountsFromTheDirectoryOfTheProgram() throws IOException {
        program(run.toString(), "tool", "");
        assertThat(find("./tool", "")).isEqualTo("./tool");
        assertThatThrownBy(() -> find("tool", "")).isInstanceOf(IOException.class);
        assertThat(new ProgramPath("").toExecute("tool", run, "")).isEqualTo("tool");
    }

    @Test
    void nothingLooksLikeAnOption() throws IOException {
        program(second, "-c", "");
        assertThat(find("-c", second)).isEqualTo(second + "/-c");
        Files.createDirectory(run.toPath().resolve("-d"));
        program(run + "/-d", "tool", "");
        assertThat(find("-d/tool", second)).isEqualTo("./-d/tool");
    }

    @Test
    void whatCannotBeRunIsToldInTheWordsOfProcessBuilder() throws IOException {
        Files.createFile(Path.of(second, "data"));
        program(second, "script", "#!/not/there -x\n");
        program(second, "a=b", "");
        String head = "Cannot run program \"%s\" (in directory \"" + run + "\"): error=%s";
        String missing = "2, No such file or directory";
        assertRefused("none", head.formatted("none", missing));
        assertRefused("", head.formatted("", missing));
        assertRefused("./none", head.formatted("./none", missing));
        assertRefused("script", head.formatted("script", missing));
        assertRefused("data", head.formatted("data", "13, Permission denied"));
        assertRefused(first, head.formatted(first, "13, Permission denied"));
        assertRefused(
                "a=b",
                "Cannot run program \"a=b\" (in directory \"" + run + "\"): env(1) would take the equals"
                        + " sign for that of a variable");
    }

    private void assertRefused(String name, String message) {
        assertThatThrownBy(() -> find(name, second))
                .isInstanceOf(IOException.class)
                .hasMessage(message);
    }
}
