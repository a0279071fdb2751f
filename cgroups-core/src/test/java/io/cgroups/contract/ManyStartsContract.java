package io.cgroups.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever a program does first, it does it inside. */
public abstract class ManyStartsContract {
    private static final int PROGRAMS = 1000;
    private static final int AT_A_TIME = 8;
    /** A shell and one that it forks at once tell where they are, without starting anything else. */
    private static final String TELL = "while read -r line; do echo \"$line\"; done </proc/self/cgroup; ";

    private final TestHost host;

    protected ManyStartsContract(TestHost host) {
        this.host = host;
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void aThousandProgramsThatForkAtOnceAreInsideWithTheirChildren() throws IOException {
        String name = host.newName();
        Cgroup box = host.cgroups().create(name);
        long reference = host.startProcess();
        box.attach(reference);
        String where = host.files().read(Path.of("/proc/" + reference + "/cgroup"));
        long hierarchies = box.controllers().stream()
                .map(controller -> box.files(controller).directory())
                .distinct()
                .count();
        assertThat(where.lines().filter(line -> line.endsWith("/" + name))).hasSize((int) hierarchies);

        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            List<CompletableFuture<String>> told = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> tell(box), threads))
                    .limit(PROGRAMS)
                    .toList();
            assertThat(told.stream().map(CompletableFuture::join))
                    .isEqualTo(Collections.nCopies(PROGRAMS, where + where));
        } finally {
            threads.shutdown();
        }
        assertThat(box.processes()).containsExactly(reference);
    }

    private static String tell(Cgroup box) {
        try {
            Process process =
                    box.command("sh", "-c", "( " + TELL + "); " + TELL).start();
            String told = new String(process.getInputStream().readAllBytes(), ISO_8859_1);
            assertThat(process.onExit().join().exitValue()).isZero();
            return told;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
