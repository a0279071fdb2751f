package io.cgroups.examples.spring;

import io.cgroups.Cgroup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** The application in a JVM of its own, inside a group from the first instruction. */
final class RunningApplication implements AutoCloseable {
    private static final Pattern STARTED = Pattern.compile("started on port (\\d+)");

    private final Program program;
    private final int port;
    private final Http http;

    private RunningApplication(Program program) {
        this.program = program;
        this.port = Integer.parseInt(program.awaitReady().group(1));
        this.http = new Http(port);
    }

    /** Starts it on a port that is free, and waits until it serves. */
    static RunningApplication startIn(Cgroup group, String... settings) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // It is short-lived: better quickly ready than fast later.
        command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MeasuredApplication.class.getName()));
        command.add("--server.port=0");
        command.addAll(List.of(settings));
        Program program = new Program(group.start(new ProcessBuilder(command).redirectErrorStream(true)), STARTED);
        try {
            return new RunningApplication(program);
        } catch (AssertionError e) {
            program.close();
            throw e;
        }
    }

    int port() {
        return port;
    }

    Http http() {
        return http;
    }

    /** What Prometheus gets to see. */
    Exposition scrape() throws IOException {
        return new Exposition(http.get("/actuator/prometheus"));
    }

    /** A request that needs CPU time. */
    Work.Done work(long cpuMillis) throws IOException {
        return JsonMapper.shared().readValue(http.get("/work?cpuMillis=" + cpuMillis), Work.Done.class);
    }

    @Override
    public void close() {
        program.close();
    }
}
