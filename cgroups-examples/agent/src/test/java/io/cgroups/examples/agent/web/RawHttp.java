package io.cgroups.examples.agent.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;

/** Requests as anybody may write them: a client of the JDK does not let its user choose the header Host. */
record RawHttp(int status, String head, String body) {

    private static final int PATIENCE_MILLIS = 60_000;

    static RawHttp ask(URI server, String line, List<String> headers, String body) throws IOException {
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String length = "Content-Length: " + body.getBytes(UTF_8).length;
            String request = line + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n"
                    + length + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
            int end = answer.indexOf("\r\n\r\n");
            return new RawHttp(
                    Integer.parseInt(answer.split(" ", 3)[1]), answer.substring(0, end), answer.substring(end + 4));
        }
    }

    static RawHttp get(URI server, String address) throws IOException {
        return ask(server, "GET " + address, List.of("Host: " + server.getAuthority()), "");
    }
}
