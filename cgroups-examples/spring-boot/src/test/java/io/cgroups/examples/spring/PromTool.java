package io.cgroups.examples.spring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The checks that come with Prometheus. */
final class PromTool {
    private static final int LIMIT_SECONDS = 120;

    private PromTool() {}

    /**
     * What a check said.
     *
     * @param status 0 for success, and 3 of {@code check metrics} when it does not like a name
     */
    record Result(int status, String output) {}

    /** Runs a check, in whose standard input a file is. */
    static Result run(Path input, String... arguments) throws IOException {
        Process process = Tools.start(new ProcessBuilder(Stream.concat(Stream.of("promtool"), Stream.of(arguments))
                        .toList())
                .redirectInput(input.toFile())
                .redirectErrorStream(true));
        // By its handle: the process itself would close the output that is read.
        CompletableFuture<Process> end = process.onExit()
                .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                .whenComplete((any, late) -> process.toHandle().destroyForcibly());
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Result(end.join().exitValue(), output);
    }

    static Result run(String... arguments) throws IOException {
        return run(Path.of("/dev/null"), arguments);
    }

    /** What it does not like about the names of metrics; none of it is an error. */
    static List<String> objectionsTo(Exposition metrics, Path directory) throws IOException {
        Path input = Files.writeString(directory.resolve("metrics"), metrics.text());
        Result result = run(input, "check", "metrics");
        if (result.status() != 0 && result.status() != 3) {
            throw new AssertionError(result + " of\n" + metrics.text());
        }
        return result.output().lines().toList();
    }
}
