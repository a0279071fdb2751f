package io.cgroups.examples.spring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A process whose output is read as it comes, and that has ended when this is closed. */
final class Program implements AutoCloseable {
    private static final int LIMIT_SECONDS = 90;

    private final Process process;
    private final Pattern ready;
    private final CompletableFuture<MatchResult> readiness = new CompletableFuture<>();
    private final List<String> lines = new ArrayList<>();

    /** Follows a process, whose output and errors are one, to a line that says it is ready. */
    Program(Process process, Pattern ready) {
        this.process = process;
        this.ready = ready;
        Thread reader = new Thread(this::read, "output of " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            output.lines().forEach(this::note);
            readiness.completeExceptionally(new IOException("it ended"));
        } catch (IOException | RuntimeException e) {
            readiness.completeExceptionally(e);
        }
    }

    private void note(String line) {
        synchronized (lines) {
            lines.add(line);
        }
        Optional.of(ready.matcher(line)).filter(matcher -> matcher.find()).ifPresent(readiness::complete);
    }

    /** Waits until it is ready, and gives what stood in that line. */
    MatchResult awaitReady() {
        try {
            return readiness.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("not ready, process " + process + ":\n" + output(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    boolean isRunning() {
        return process.isAlive();
    }

    String output() {
        synchronized (lines) {
            return String.join("\n", lines);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
