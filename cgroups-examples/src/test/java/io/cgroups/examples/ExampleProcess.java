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

/** An example in a JVM of its own, and what its output says. */
public final class ExampleProcess {
    private static final Pattern RESULT = Pattern.compile(
            "quota (\\d+)/100000 us: measured (\\d+\\.\\d) % of one CPU, throttled (\\d+) of (\\d+) periods");
    private static final Pattern POOLS = Pattern.compile("measured: " + pools() + "; " + pools());
    private static final Pattern GROUP = Pattern.compile("group \\S+ is (/.*)");

    private ExampleProcess() {}

    private static String pools() {
        return "batch (\\d+\\.\\d) % of one CPU with quota (\\d+)/100000 us, throttled (\\d+) of (\\d+) periods,"
                + " beside serving (\\d+\\.\\d) %, throttled (\\d+)";
    }

    /**
     * What the last line of the pools says of one half of the time.
     *
     * @param quota microseconds of every 100000 for the pool that is limited
     * @param percent the share of one CPU that it had
     * @param throttled the number of periods in which it was throttled
     * @param beside the share of one CPU that the other pool had
     * @param besideThrottled the number of periods in which that was throttled
     */
    public record Pools(int quota, double percent, int throttled, double beside, int besideThrottled) {}

    /**
     * What one of the two result lines says.
     *
     * @param quota microseconds of every 100000
     * @param percent the share of one CPU that was measured
     * @param throttled the number of periods in which the group was throttled
     */
    public record Result(int quota, double percent, int throttled) {}

    /** Starts the example of the README with the class path of this JVM, and options for its own. */
    public static Process start(String... options) throws IOException {
        return start(LimitMyself.class, options);
    }

    /** Starts an example with the class path of this JVM, and options for its own. */
    public static Process start(Class<?> example, String... options) throws IOException {
        return start(example, List.of(options), List.of());
    }

    /** Starts an example with the class path of this JVM, options for its own, and arguments. */
    public static Process start(Class<?> example, List<String> options, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), example.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** What it prints. */
    public static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    /** The line that names the group, which stands first unless the usual name is taken. */
    public static Path groupOf(Stream<String> lines) {
        return groups(lines).findFirst().orElseThrow();
    }

    /** The groups that lines name, as they come. */
    public static Stream<Path> groups(Stream<String> lines) {
        return matches(GROUP, lines).map(group -> Path.of(group.group(1)));
    }

    /** The results of the two pools, of the quota of 20 % and of that of 50 %. */
    public static List<Pools> pools(List<String> lines) {
        return matches(POOLS, lines.stream())
                .flatMap(both -> Stream.of(pools(both, 0), pools(both, 6)))
                .toList();
    }

    private static Pools pools(Matcher both, int offset) {
        return new Pools(
                Integer.parseInt(both.group(offset + 2)),
                Double.parseDouble(both.group(offset + 1)),
                Integer.parseInt(both.group(offset + 3)),
                Double.parseDouble(both.group(offset + 5)),
                Integer.parseInt(both.group(offset + 6)));
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
