package io.cgroups.examples.agent.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.cgroups.Cgroup;
import io.cgroups.CgroupPath;
import io.cgroups.Controller;
import io.cgroups.examples.agent.watch.Watch;
import io.cgroups.testkit.InMemoryKernel;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be reached, by whom, and what can be changed. */
class AgentServerTest {

    private final InMemoryKernel kernel = InMemoryKernel.v2();
    private final Cgroup box = kernel.cgroups().create("box", Controller.CPU);

    @AutoClose
    private final Watch watch = new Watch(kernel.cgroups(), CgroupPath.ROOT, 10);

    @AutoClose
    private final AgentServer server = new AgentServer(0, watch, () -> "metric 1\n", true);

    private final URI address = server.address();

    AgentServerTest() throws IOException {}

    @BeforeEach
    void look() {
        box.cpuQuota(20_000);
        watch.look();
    }

    private RawHttp change(String body, String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of("Host: " + address.getAuthority()));
        all.addAll(List.of(headers));
        return RawHttp.ask(address, "POST /api/quota", all, body);
    }

    private String token() {
        return address.getFragment().replace("token=", "");
    }

    private RawHttp allowedChange(String body) throws IOException {
        return change(body, "X-Agent-Token: " + token(), "Origin: http://" + address.getAuthority());
    }

    @Test
    void itServesOnThisMachineAlone() {
        assertThat(address.getHost()).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/app.js", "/tree.js", "/app.css", "/uplot.js", "/uplot.css", "/icon.svg", "/api/tree"})
    void thePageAndItsPartsAreThere(String part) throws IOException {
        RawHttp answer = RawHttp.get(address, part);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isNotEmpty();
        assertThat(answer.head()).containsIgnoringCase("nosniff").containsIgnoringCase("frame-ancestors 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/app.js/", "/../app.js", "/index.html", "/api", "/io/cgroups", "/metrics/x"})
    void nothingElseIs(String other) throws IOException {
        assertThat(RawHttp.get(address, other).status()).isEqualTo(404);
    }

    @Test
    void theMetricsAreWhatTheRegistryWrites() throws IOException {
        RawHttp answer = RawHttp.get(address, "/metrics");
        assertThat(answer.body()).isEqualTo("metric 1\n");
        assertThat(answer.head()).contains("text/plain; version=0.0.4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:80",
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                "",
                "10.0.0.1"
            })
    void whoeverCallsItByAnotherNameGetsNothing(String host) throws IOException {
        RawHttp answer = RawHttp.ask(address, "GET /api/tree", List.of("Host: " + host), "");
        assertThat(answer.status()).isIn(400, 421);
        assertThat(answer.body()).doesNotContain("box");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8000", "127.0.0.1", "[::1]:9"})
    void aForwardedPortIsFine(String host) throws IOException {
        assertThat(RawHttp.ask(address, "GET /api/tree", List.of("Host: " + host), "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theTreeHasEachGroupAndNullForWhatIsNotKnown() throws IOException {
        JsonObject tree =
                JsonParser.parseString(RawHttp.get(address, "/api/tree").body()).getAsJsonObject();
        assertThat(tree.getAsJsonArray("groups")).hasSize(2);
        JsonObject group = tree.getAsJsonArray("groups").get(1).getAsJsonObject();
        assertThat(group.get("path").getAsString()).isEqualTo("box");
        assertThat(group.get("quota").getAsDouble()).isEqualTo(0.2);
        assertThat(group.get("cpu").isJsonNull()).isTrue();
    }

    @Test
    void theHistoryHasAColumnForEachLineAndOnlyWhatIsLater() throws IOException {
        watch.look();
        JsonObject all = JsonParser.parseString(
                        RawHttp.get(address, "/api/history?group=box&after=0").body())
                .getAsJsonObject();
        assertThat(all.getAsJsonArray("time")).hasSize(2);
        assertThat(all.getAsJsonArray("quota").get(1).getAsDouble()).isEqualTo(0.2);
        long last = watch.snapshot().time();
        assertThat(RawHttp.get(address, "/api/history?group=box&after=" + last).body())
                .contains("\"time\":[]");
        assertThat(RawHttp.get(address, "/api/history?group=../box").status()).isEqualTo(400);
        assertThat(RawHttp.get(address, "/api/history?group=box&after=x").status())
                .isEqualTo(400);
    }

    @Test
    void aGroupThatWentHasNoHistoryAndThatIsNoError() throws IOException {
        RawHttp answer = RawHttp.get(address, "/api/history?group=gone");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api.js", "/api/tree", "/metrics"})
    void nothingThatEveryUserCanFetchHasTheToken(String part) throws IOException {
        assertThat(token()).hasSize(32);
        RawHttp answer = RawHttp.get(address, part);
        assertThat(answer.head() + answer.body()).doesNotContain(token());
    }

    @Test
    void thePageChangesAQuotaAndTakesItAway() throws IOException {
        RawHttp answer = allowedChange("{\"group\": \"box\", \"cpus\": 1.5}");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("150000/100000 us\n");
        assertThat(box.cpu().bandwidth().cpus()).isEqualTo(1.5);
        assertThat(allowedChange("{\"group\": \"box\", \"cpus\": null}").status())
                .isEqualTo(200);
        assertThat(box.cpu().quota().isUnlimited()).isTrue();
    }

    @Test
    void nobodyElseDoes() throws IOException {
        String wish = "{\"group\": \"box\", \"cpus\": null}";
        String token = "X-Agent-Token: " + token();
        assertThat(change(wish).status()).isEqualTo(403);
        assertThat(change(wish, "X-Agent-Token: 0123").status()).isEqualTo(403);
        assertThat(change(wish, token, "Origin: http://evil.example").status()).isEqualTo(403);
        assertThat(change(wish, token, "Origin: null").status()).isEqualTo(403);
        assertThat(RawHttp.ask(address, "GET /api/quota", List.of("Host: localhost", token), wish)
                        .status())
                .isEqualTo(404);
        assertThat(box.cpu().bandwidth().cpus()).isEqualTo(0.2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"group\": \"box\"}",
                "{\"cpus\": 1}",
                "{\"group\": 1, \"cpus\": 1}",
                "{\"group\": \"box\", \"cpus\": \"1\"}",
                "{\"group\": \"box\", \"cpus\": 0.001}",
                "{\"group\": \"box\", \"cpus\": -1}",
                "{\"group\": \"box\", \"cpus\": 1e300}",
                "{\"group\": \"../box\", \"cpus\": 1}"
            })
    void whatMakesNoSenseIsRefused(String wish) throws IOException {
        assertThat(allowedChange(wish).status()).isEqualTo(400);
        assertThat(box.cpu().bandwidth().cpus()).isEqualTo(0.2);
    }

    @Test
    void whatTheKernelRefusesIsToldInItsWords() throws IOException {
        box.delete();
        RawHttp gone = allowedChange("{\"group\": \"box\", \"cpus\": 1}");
        assertThat(gone.status()).isEqualTo(409);
        assertThat(gone.body()).contains("ENOENT");
        assertThat(allowedChange("{\"group\": \"other\", \"cpus\": 1}").status())
                .isEqualTo(404);
    }

    @Test
    void withoutLeaveThereIsNoTokenAndNothingToAskFor() throws IOException {
        try (AgentServer still = new AgentServer(0, watch, () -> "", false)) {
            assertThat(still.address().getFragment()).isNull();
            String host = "Host: " + still.address().getAuthority();
            RawHttp answer = RawHttp.ask(
                    still.address(),
                    "POST /api/quota",
                    List.of(host, "X-Agent-Token: "),
                    "{\"group\": \"box\", \"cpus\": 1}");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(box.cpu().bandwidth().cpus()).isEqualTo(0.2);
        }
    }
}
