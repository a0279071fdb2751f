package io.cgroups.guest;

import io.cgroups.guest.TestOutcome.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/** Reads the XML reports that JUnit's console launcher writes, and those of Maven. */
public final class TestReports {
    // "display-name: JUnit Jupiter > SomeTest > method()": the names of engine and class are not part of the result
    private static final Pattern DISPLAY_NAME = Pattern.compile("(?m)^display-name: (?:.*? > .*? > )?(.*)$");

    private TestReports() {}

    /** The outcomes in all reports of a directory, none if the launcher came to write no report. */
    public static List<TestOutcome> read(Path directory) throws IOException {
        List<TestOutcome> outcomes = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".xml"))
                        .sorted()
                        .toList()) {
                    outcomes.addAll(readFile(file));
                }
            }
        }
        return List.copyOf(outcomes);
    }

    /** The outcomes in one report, which may be one of Maven's. */
    public static List<TestOutcome> readFile(Path file) throws IOException {
        return elements(parse(file), "testcase").map(TestReports::outcome).toList();
    }

    /** A system property of the JVM that wrote a report. */
    public static Optional<String> property(Path file, String name) throws IOException {
        return elements(parse(file), "property")
                .filter(property -> property.getAttribute("name").equals(name))
                .map(property -> property.getAttribute("value"))
                .findFirst();
    }

    private static TestOutcome outcome(Element test) {
        Stream<Element> failures = Stream.concat(elements(test, "failure"), elements(test, "error"));
        String testClass = test.getAttribute("classname");
        // The launcher writes the display name into the output of a test; the attribute holds the method.
        String output =
                elements(test, "system-out").map(Element::getTextContent).collect(Collectors.joining("\n"));
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
}
