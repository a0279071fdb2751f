package io.cgroups.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README.md shows is true. */
class ReadmeTest {
    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void theExampleCompiles(@TempDir Path classes) {
        Matcher example = JAVA.matcher(Repository.text(Repository.root().resolve("README.md")));
        assertThat(example.find()).isTrue();
        String source = "import io.cgroups.*;\nimport io.cgroups.cpu.*;\n"
                + "class Example {\n void run(long pid) throws Exception {\n" + example.group(1) + "}\n}\n";

        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<String> options =
                List.of("-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
        compiler.getTask(null, null, problems, options, null, List.of(new Source(source)))
                .call();
        assertThat(problems.getDiagnostics()).isEmpty();
        assertThat(classes.resolve("Example.class")).exists();
    }

    @Test
    void everySettingOfTheTableIsAMethod() {
        // `cpu().quota`, `writeBps`: a facet, and methods of it
        Pattern row = Pattern.compile("(?m)^\\| `(\\w+)\\(\\)\\.(\\w+)(?:\\(\\w+\\))?`([^|]*)\\|");
        Matcher rows = row.matcher(Repository.text(Repository.root().resolve("README.md")));
        int count = 0;
        while (rows.find()) {
            count++;
            String name = rows.group(1);
            Class<?> facet = facet(name);
            List<String> methods = List.of((rows.group(2) + rows.group(3).replaceAll("[`, ]+", " ")).split(" "));
            assertThat(methods)
                    .as(name)
                    .allSatisfy(method -> assertThat(facet.getMethods())
                            .extracting(Method::getName)
                            .contains(method));
        }
        assertThat(count).isGreaterThan(5);
    }

    private static Class<?> facet(String name) {
        try {
            return Cgroup.class.getMethod(name).getReturnType();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(name, e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String text) {
            super(URI.create("string:///Example.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
