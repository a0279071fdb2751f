package io.cgroups.examples.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Cgroups;
import io.cgroups.contract.OnHost;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Both commands in JVMs of their own, on this kernel, with the demo. */
@OnHost
class AgentProcessIT {

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    private static boolean isThere(String group) {
        return Cgroups.system().base().children().stream()
                .map(Cgroup::path)
                .anyMatch(path -> path.toString().equals(group));
    }

    @Test
    void theAgentServesUntilItIsToldToEndAndItsDemoIsGoneThen() throws Exception {
        Process agent = start("agent", "--port", "0", "--demo");
        try (BufferedReader output = output(agent)) {
            String demo = output.readLine().replace("the demo's groups are below ", "");
            assertThat(isThere(demo)).isTrue();
            String line = output.readLine();
            assertThat(line).startsWith("look at http://127.0.0.1:");
            URI address = URI.create(line.replaceAll("look at (.*), stop.*", "$1"));
            assertThat(get(address)).contains("Control groups");
            assertThat(get(address.resolve("/metrics"))).contains("# TYPE");
            end(agent);
            assertThat(output.lines().toList()).isEmpty();
            assertThat(isThere(demo)).isFalse();
        } finally {
            end(agent);
        }
    }

    /** By SIGTERM: a shell without job control has its background jobs ignore what ctrl-C sends. */
    private static void end(Process agent) throws InterruptedException {
        agent.toHandle().destroy();
        assertThat(agent.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    private static String get(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }

    @Test
    void topPrintsOneSecondWhereThereIsNoTerminal() throws Exception {
        Process top = start("top", "--demo", "--sort", "THROTTLED");
        List<String> lines;
        try (BufferedReader output = output(top)) {
            lines = output.lines().toList();
        }
        assertThat(top.waitFor()).as(String.join("\n", lines)).isZero();
        String demo = "demo-" + top.pid();
        assertThat(lines)
                .anyMatch(line -> line.startsWith(demo + "/tight "))
                .noneMatch(line -> line.contains("\u001b"));
        assertThat(Stream.of("tight", "two-in-half", "bursts", "without-quota", "memory"))
                .allMatch(group -> lines.stream().anyMatch(line -> line.startsWith(demo + "/" + group + " ")));
        assertThat(isThere(demo)).isFalse();
    }

    @Test
    void anOptionThatDoesNotExistIsExplained() throws Exception {
        Process agent = start("agent", "--porte", "1");
        try (BufferedReader output = output(agent)) {
            assertThat(output.lines()).anyMatch(line -> line.contains("--porte"));
        }
        assertThat(agent.waitFor()).isEqualTo(2);
    }
}
