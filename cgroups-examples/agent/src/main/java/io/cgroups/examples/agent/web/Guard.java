package io.cgroups.examples.agent.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells who may ask and who may change something. Only this machine can reach the server, but each of its users can, and a page of
 * somebody else in a browser on it: by a name of its own that leads here, and by forms that it sends. So changes take a token that
 * only those know who started the agent.
 */
final class Guard {
    private static final Pattern LOCAL = Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d{1,5})?");

    private final String token;

    Guard() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        token = HexFormat.of().formatHex(random);
    }

    /** What has to be shown to change something. Nothing that is served has it. */
    String token() {
        return token;
    }

    /** Why a request is refused, empty when it is not. */
    Optional<String> objection(Question question) {
        String host = question.header("Host").orElse("");
        return LOCAL.matcher(host).matches()
                ? Optional.empty()
                : Optional.of("this server is called localhost or 127.0.0.1, not " + printable(host));
    }

    /** Why a request may not change anything, empty when it may. */
    Optional<String> objectionToChange(Question question) {
        String own = "http://" + question.header("Host").orElse("");
        if (question.header("Origin").filter(origin -> !origin.equals(own)).isPresent()) {
            return Optional.of("only the page of this server may change something");
        }
        byte[] shown = question.header("X-Agent-Token").orElse("").getBytes(UTF_8);
        return MessageDigest.isEqual(shown, token.getBytes(UTF_8))
                ? Optional.empty()
                : Optional.of("the token is missing or old; open the address that the agent printed when it started");
    }

    private static String printable(String host) {
        return host.replaceAll("[^\\w.:\\[\\]-]", "?");
    }
}
