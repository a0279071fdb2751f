package io.cgroups.examples.agent.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Optional;
import java.util.stream.Stream;

/** A request. */
record Question(HttpExchange exchange) {
    private static final int MAX_BODY = 4096;

    String method() {
        return exchange.getRequestMethod();
    }

    String path() {
        return exchange.getRequestURI().getPath();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }

    /** A parameter of the address. */
    Optional<String> parameter(String name) {
        URI uri = exchange.getRequestURI();
        return Stream.ofNullable(uri.getRawQuery())
                .flatMap(query -> Stream.of(query.split("&")))
                .filter(part -> part.startsWith(name + "="))
                .map(part -> URLDecoder.decode(part.substring(name.length() + 1), UTF_8))
                .findFirst();
    }

    /** The body, cut to a length that is more than enough for what is asked here. */
    String body() throws IOException {
        return new String(exchange.getRequestBody().readNBytes(MAX_BODY), UTF_8);
    }
}
