package io.cgroups.guest;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a test class needs to run elsewhere as it would run here. */
public final class JavaUnderTest {
    private static final int LAST_LINES = 60;

    private JavaUnderTest() {}

    /** The class path of this JVM: what the tests here see, the tests elsewhere see, too. */
    public static List<Path> classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    /** The directory of this Maven module, wherever the tests are started. */
    public static Path moduleDirectory() {
        try {
            Path testClasses = Path.of(JavaUnderTest.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return testClasses.getParent().getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The end of a log, for the message of a failure; whatever bytes it holds. */
    public static String lastLines(Path log) throws IOException {
        List<String> lines =
                Files.readString(log, StandardCharsets.ISO_8859_1).lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }
}
