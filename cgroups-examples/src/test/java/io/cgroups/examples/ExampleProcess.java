package io.cgroups.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The example in a JVM of its own, and what its output says. */
public final class ExampleProcess {
    private static final Pattern RESULT = Pattern.compile(
            "quota (\\d+)/100000 us: measured (\\d+\\.\\d) % of one CPU, throttled (\\d+) of (\\d+) periods");
    private static final Pattern GROUP = Pattern.compile("group \\S+ is (/.*)");

    private ExampleProcess() {}

    /**
     * What one of the two result lines says.
     *
     * @param quota microseconds of every 100000
     * @param percent the share of one CPU that was measured
     * @param throttled the number of periods in which the group was throttled
     */
    public record Result(int quota, double percent, int throttled) {}

    /** Starts it with the class path of this JVM, and options for its own. */
    public static Process start(String... options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), LimitMyself.class.getName()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** What it prints. */
    public static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /** The line that names the group, which stands first unless the usual name is taken. */
    public static Path groupOf(Stream<String> lines) {
        return matches(GROUP, lines)
                .map(group -> Path.of(group.group(1)))
                .findFirst()
                .orElseThrow();
    }

    /** The results, of the quota of 20 % and of that of 50 %. */
    public static List<Result> results(List<String> lines) {
        return matches(RESULT, lines.stream())
                .map(result -> new Result(
                        Integer.parseInt(result.group(1)),
                        Double.parseDouble(result.group(2)),
                        Integer.parseInt(result.group(3))))
                .toList();
    }

    private static Stream<Matcher> matches(Pattern pattern, Stream<String> lines) {
        return lines.map(pattern::matcher).filter(Matcher::matches);
    }
}
