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
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Serves the page, what it asks for and the metrics, at 127.0.0.1 alone; whatever else is asked for does not exist. Safe for use by
 * many threads.
 */
public final class AgentServer implements AutoCloseable {
    /** Who is slow keeps a thread, so there are many; they end when there is nothing to do. */
    private static final int MAX_THREADS = 32;

    private static final int IDLE_SECONDS = 30;
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

    static {
        // Whoever does not finish a request, or does not take the answer, is let go. The server takes this from here
        // alone.
        System.getProperties().putIfAbsent("sun.net.httpserver.maxReqTime", "10");
        System.getProperties().putIfAbsent("sun.net.httpserver.maxRspTime", "60");
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final boolean allowChanges;
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
        this.allowChanges = allowChanges;
        guard = new Guard();
        routes = new Routes(watch, scrape, guard, allowChanges);
        threads = threads();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private static ExecutorService threads() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                MAX_THREADS, MAX_THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread one = new Thread(task, "web");
                    one.setDaemon(true);
                    return one;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /**
     * Where the page is. With changes allowed it has the token that allows them, which the server tells nobody: other users of this
     * machine can fetch whatever it serves.
     *
     * @return for example {@code http://127.0.0.1:9753/} or {@code http://127.0.0.1:9753/#token=0123abcd}
     */
    public URI address() {
        String page = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        return URI.create(allowChanges ? page + "#token=" + guard.token() : page);
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
