package io.cgroups.examples.spring;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Prometheus server on a port that is free, which keeps its data in a directory of the test. */
final class PrometheusServer implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("Server is ready to receive web requests");

    private final Program program;
    private final Http http;

    private PrometheusServer(Program program, int port) {
        this.program = program;
        this.http = new Http(port);
    }

    static PrometheusServer start(Path configuration, Path data) throws IOException {
        int port = freePort();
        Program program = new Program(
                Tools.start(new ProcessBuilder(
                                "prometheus",
                                "--config.file=" + configuration,
                                "--storage.tsdb.path=" + data,
                                "--web.listen-address=127.0.0.1:" + port)
                        .redirectErrorStream(true)),
                READY);
        try {
            program.awaitReady();
        } catch (AssertionError e) {
            program.close();
            throw e;
        }
        return new PrometheusServer(program, port);
    }

    /** It takes a port, but not "any", for it does not tell which one that became. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * An alert that is pending or fires; one that is resolved is not there any more.
     *
     * @param state {@code pending} or {@code firing}
     */
    record Alert(String name, String state, Map<String, String> labels, Map<String, String> annotations) {}

    List<Alert> alerts() throws IOException {
        return elements(data("/api/v1/alerts").path("alerts"))
                .map(alert -> new Alert(
                        alert.path("labels").path("alertname").asString(),
                        alert.path("state").asString(),
                        texts(alert.path("labels")),
                        texts(alert.path("annotations"))))
                .toList();
    }

    /** What an expression gives now, if it gives a single value. */
    OptionalDouble query(String expression) throws IOException {
        List<JsonNode> results = elements(
                        data("/api/v1/query?query=" + Http.encode(expression)).path("result"))
                .toList();
        if (results.size() > 1) {
            throw new AssertionError(expression + " gives more than one value: " + results);
        }
        return results.stream()
                .mapToDouble(result ->
                        Double.parseDouble(result.path("value").path(1).asString()))
                .findAny();
    }

    private JsonNode data(String pathAndQuery) throws IOException {
        if (!program.isRunning()) {
            throw new AssertionError("Prometheus has ended:\n" + program.output());
        }
        return JsonMapper.shared().readTree(http.get(pathAndQuery)).path("data");
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Map<String, String> texts(JsonNode object) {
        return JsonMapper.shared().convertValue(object, new TypeReference<Map<String, String>>() {});
    }

    @Override
    public void close() {
        program.close();
    }
}
