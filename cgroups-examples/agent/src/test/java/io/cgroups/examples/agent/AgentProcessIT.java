package io.cgroups.examples.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.CgroupPath;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.OnClose;
import io.cgroups.ScopedCgroup;
import io.cgroups.contract.OnHost;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Both commands in JVMs of their own, on this kernel, with the demo. */
@OnHost
class AgentProcessIT {

    private static final int LIMIT_SECONDS = 120;

    /** In the unified hierarchy, too, as the agent has its groups there. */
    private final Cgroups cgroups = Cgroups.builder().unified().build();

    @AutoClose
    private final ScopedCgroup scope = cgroups.scoped(
            "agent-process-" + ProcessHandle.current().pid(),
            OnClose.KILL,
            Controller.CPU,
            Controller.CPUACCT,
            Controller.MEMORY);

    private final String base = "/" + scope.group().path();

    /** One that waits for ever is told to end, by its handle: the process itself would close the output that is read. */
    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        CompletableFuture.delayedExecutor(LIMIT_SECONDS, TimeUnit.SECONDS).execute(process.toHandle()::destroy);
        return process;
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    }

    private List<CgroupPath> groups() {
        return scope.group().children().stream().map(Cgroup::path).toList();
    }

    @Test
    void theAgentServesUntilItIsToldToEndAndItsDemoIsGoneThen() throws Exception {
        Process agent = start("agent", "--base", base, "--port", "0", "--demo");
        try (BufferedReader output = output(agent)) {
            String demo = output.readLine().replace("the demo's groups are below ", "");
            assertThat(groups()).containsExactly(scope.group().path().resolve(demo));
            String line = output.readLine();
            assertThat(line).startsWith("look at http://127.0.0.1:");
            URI address = URI.create(line.replaceAll("look at (.*) - stop.*", "$1"));
            assertThat(get(address)).contains("Control groups");
            assertThat(get(address.resolve("/metrics"))).contains("# TYPE");
            end(agent);
            assertThat(output.lines().toList()).isEmpty();
            assertThat(groups()).isEmpty();
        } finally {
            end(agent);
        }
    }

    /** By SIGTERM: a shell without job control has its background jobs ignore what ctrl-C sends. */
    private static void end(Process process) throws InterruptedException {
        process.toHandle().destroy();
        boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        process.toHandle().destroyForcibly();
        assertThat(ended).isTrue();
    }

    private static String get(URI address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(LIMIT_SECONDS))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    @Test
    void topPrintsOneSecondWhereThereIsNoTerminal() throws Exception {
        Process top = start("top", "--base", base, "--demo", "--sort", "THROTTLED");
        List<String> lines;
        try (BufferedReader output = output(top)) {
            lines = output.lines().toList();
            assertThat(top.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            end(top);
        }
        assertThat(top.exitValue()).as(String.join("\n", lines)).isZero();
        String demo = "demo-" + top.pid();
        assertThat(lines)
                .anyMatch(line -> line.startsWith(demo + "/tight "))
                .noneMatch(line -> line.contains("\u001b"));
        assertThat(Stream.of("tight", "two-in-half", "bursts", "without-quota", "memory"))
                .allMatch(group -> lines.stream().anyMatch(line -> line.startsWith(demo + "/" + group + " ")));
        assertThat(groups()).isEmpty();
    }

    @Test
    void anOptionThatDoesNotExistIsExplained() throws Exception {
        Process agent = start("agent", "--porte", "1");
        try (BufferedReader output = output(agent)) {
            assertThat(output.lines()).anyMatch(line -> line.contains("--porte"));
            assertThat(agent.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            end(agent);
        }
        assertThat(agent.exitValue()).isEqualTo(2);
    }
}
