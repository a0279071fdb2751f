package io.cgroups.examples.agent.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cgroups.examples.agent.watch.Watch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Serves the page, what it asks for and the metrics, at 127.0.0.1 alone; whatever else is asked for does not exist. Safe for use by
 * many threads.
 */
public final class AgentServer implements AutoCloseable {
    private static final int THREADS = 4;
    /** Nothing of others runs or shows the page, and nobody keeps what is old a second later. */
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                    + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Referrer-Policy",
            "no-referrer",
            "Cache-Control",
            "no-store");

    private final HttpServer server;
    private final ExecutorService threads;
    private final Guard guard;
    private final Routes routes;

    /**
     * Starts to serve.
     *
     * @param port the port, 0 for any that is free
     * @param watch what there is to see
     * @param scrape makes the text of the metrics
     * @param allowChanges whether the page may change quotas
     * @throws IOException if the port is taken
     */
    public AgentServer(int port, Watch watch, Supplier<String> scrape, boolean allowChanges) throws IOException {
        guard = new Guard();
        routes = new Routes(watch, scrape, guard, allowChanges);
        threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread one = new Thread(task, "web");
            one.setDaemon(true);
            return one;
        });
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * Where the page is.
     *
     * @return for example {@code http://127.0.0.1:9753/}
     */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer = answer(new Question(exchange));
            Headers headers = exchange.getResponseHeaders();
            HEADERS.forEach(headers::set);
            headers.set("Content-Type", answer.type());
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(Question question) throws IOException {
        try {
            Optional<String> objection = guard.objection(question);
            return objection.isPresent() ? Answer.refusal(421, objection.get()) : routes.answer(question);
        } catch (RuntimeException e) {
            return Answer.refusal(500, e.toString());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
