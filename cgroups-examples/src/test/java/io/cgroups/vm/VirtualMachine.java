package io.cgroups.vm;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Runs test classes as root on a real kernel that is booted, under emulation, with one layout of control groups. */
public final class VirtualMachine {
    private static final Pattern DISPLAY_NAME = Pattern.compile("(?m)^display-name: (.*)$");
    private static final int LAST_LINES = 60;

    private VirtualMachine() {}

    /** Which hierarchies the machine mounts. */
    public enum Layout {
        /** Every controller on v1, below {@code /cgroup}. */
        V1,
        /** Every controller on v2, at {@code /sys/fs/cgroup}. */
        V2,
        /** Processor, memory, freezer, devices and network on v1, the rest on v2 at {@code unified}. */
        HYBRID,
        /** Processor, processor sets, freezer, devices and network on v1, the rest on v2 at {@code unified}. */
        HYBRID2
    }

    /** How one test ended. */
    public enum Outcome {
        PASSED,
        FAILED,
        SKIPPED
    }

    /** One test; the message is the stack trace of a failure or the reason of a skip, else empty. */
    public record TestOutcome(String testClass, String displayName, Outcome outcome, String message) {}

    /** What a machine reported. The exit code is that of the console launcher: 0 when all tests passed. */
    public record Result(Layout layout, String kernelRelease, int exitCode, List<TestOutcome> tests) {}

    /**
     * Boots a machine, runs the test classes in it and powers it off.
     *
     * @param classPath directories and jars that hold the test classes, JUnit's console launcher and an engine
     * @param testClasses the names of the classes to run
     * @throws IOException if the machine could not be started, or ended without a report
     */
    public static Result run(Layout layout, List<Path> classPath, List<String> testClasses)
            throws IOException, InterruptedException {
        Path module = moduleDirectory();
        String name = layout.name().toLowerCase(Locale.ROOT);
        Files.createDirectories(module.resolve("target/vm"));
        Path out = Files.createTempDirectory(module.resolve("target/vm"), name + "-");
        List<String> command = new ArrayList<>(List.of(
                module.resolve("src/test/vm/boot").toString(),
                name,
                out.toString(),
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
        testClasses.forEach(testClass -> command.add("--select-class=" + testClass));
        execute(command, out.resolve("boot.log"));
        Path exit = out.resolve("exit");
        if (!Files.exists(exit)) {
            throw new IOException("no result from the machine, see " + out + "\n" + end(out.resolve("boot.log")));
        }
        return new Result(
                layout,
                Files.readString(out.resolve("kernel")).strip(),
                Integer.parseInt(Files.readString(exit).strip()),
                readReports(out.resolve("reports")));
    }

    /** The class path of this virtual machine for Java, to run what was compiled with the tests. */
    public static List<Path> ownClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    private static void execute(List<String> command, Path log) throws IOException, InterruptedException {
        Process boot = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            boot.waitFor();
        } finally {
            // Stopped when this thread is: the script takes the machine along.
            boot.destroy();
        }
    }

    private static List<TestOutcome> readReports(Path directory) throws IOException {
        List<TestOutcome> outcomes = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".xml"))
                        .sorted()
                        .toList()) {
                    elements(parse(file), "testcase").map(VirtualMachine::outcome).forEach(outcomes::add);
                }
            }
        }
        return List.copyOf(outcomes);
    }

    private static TestOutcome outcome(Element test) {
        Stream<Element> failures = Stream.concat(elements(test, "failure"), elements(test, "error"));
        String testClass = test.getAttribute("classname");
        // The launcher writes the display name into the output of a test; the attribute holds the method.
        String output = elements(test, "system-out").map(Element::getTextContent).collect(Collectors.joining("\n"));
        Matcher matcher = DISPLAY_NAME.matcher(output);
        String name = matcher.find() ? matcher.group(1) : test.getAttribute("name");
        return failures.findFirst()
                .map(failure -> new TestOutcome(testClass, name, Outcome.FAILED, text(failure)))
                .or(() -> elements(test, "skipped")
                        .findFirst()
                        .map(skipped -> new TestOutcome(testClass, name, Outcome.SKIPPED, text(skipped))))
                .orElseGet(() -> new TestOutcome(testClass, name, Outcome.PASSED, ""));
    }

    private static Element parse(Path file) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(file + " is no test report", e);
        }
    }

    private static Stream<Element> elements(Element parent, String tag) {
        NodeList found = parent.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i));
    }

    private static String text(Element element) {
        return element.getTextContent().strip();
    }

    private static String end(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    private static Path moduleDirectory() {
        try {
            Path testClasses = Path.of(VirtualMachine.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return testClasses.getParent().getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
