package io.cgroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.CgroupIoException;
import io.cgroups.fixture.Fixture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The in-memory kernel answers as a booted one did, which {@code capture-answers} has asked the same questions. */
class V2AnswersTest {
    private static final Path ROOT = Path.of("/sys/fs/cgroup");
    private static final int QUESTIONS = 1000;

    private final InMemoryKernel kernel = InMemoryKernel.v2();
    private final Map<String, Long> processes = new HashMap<>();

    @Test
    void everyRecordedQuestionHasTheRecordedAnswer() {
        List<String> differences = new ArrayList<>();
        List<String> lines = new Fixture("v2").text("answers").lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String[] fields = lines.get(i).split("\t", -1);
            String answer = answer(fields[0], fields[1], fields[2]);
            if (!answer.equals(fields[3])) {
                differences.add((i + 1) + ": " + lines.get(i) + "\n  but here " + answer);
            }
        }
        assertThat(differences).isEmpty();
        assertThat(lines).hasSizeGreaterThan(QUESTIONS);
    }

    private String answer(String question, String operand, String text) {
        Path path = ROOT.resolve(operand);
        try {
            return switch (question) {
                case "mkdir" -> kernel.createDirectory(path) ? "ok" : "! File exists";
                case "rmdir" -> {
                    kernel.removeDirectory(path);
                    yield "ok";
                }
                case "read" -> names(kernel.read(path));
                case "write" -> {
                    kernel.write(path, values(text));
                    yield "ok";
                }
                case "start" -> {
                    processes.put(operand, kernel.startProcess());
                    yield "ok";
                }
                case "alive" -> isAlive(process(operand)) ? "yes" : "no";
                default -> throw new IllegalArgumentException(question);
            };
        } catch (CgroupIoException e) {
            return "! " + e.errno().orElseThrow().text();
        }
    }

    private boolean isAlive(long pid) {
        try {
            return !kernel.read(Path.of("/proc/" + pid + "/cgroup")).isEmpty();
        } catch (CgroupIoException e) {
            return false;
        }
    }

    private long process(String name) {
        return Objects.requireNonNull(processes.get(name));
    }

    private String values(String text) {
        String result = text.replace("\\n", "\n").replace("@DISK", "8:0");
        for (Map.Entry<String, Long> process : processes.entrySet()) {
            result = result.replace("@" + process.getKey(), Long.toString(process.getValue()));
        }
        return result;
    }

    private String names(String text) {
        String result = text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
        for (Map.Entry<String, Long> process : processes.entrySet()) {
            result = result.replace(process.getValue() + "\n", "@" + process.getKey() + "\n");
        }
        return result.replace("8:0 ", "@DISK ").replace("\n", "|");
    }
}
