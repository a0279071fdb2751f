package io.cgroups.delegation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Controller;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A user who has been given a sub-tree works in it; one who has not, or not all of it, is told the one thing to change. */
public abstract class DelegationScenarios {
    private static final int STEPS = 12;

    private GivenTree tree;
    private String work;

    @BeforeEach
    void makeTree() throws IOException {
        tree = new GivenTree("cgroups-delegation-" + ProcessHandle.current().pid());
        work = "work " + tree.controllers().stream().map(Controller::name).collect(Collectors.joining(","));
    }

    @AfterEach
    void removeTree() throws IOException {
        tree.close();
    }

    @Test
    void aUserWorksInASubTreeThatWasGivenAway() throws IOException {
        tree.enable();
        GivenTree.give(tree.groups());
        List<Path> beside = tree.below("beside");
        try (UserProgram program = UserProgram.startIn(tree.groups())) {
            List<String> answer = program.ask(work);
            assertThat(answer).contains("worked");
            assertThat(directories(answer))
                    .allSatisfy(group -> assertThat(tree.groups()).contains(group.getParent()));
            assertThat(answer.stream().anyMatch(line -> line.startsWith("evacuated")))
                    .isEqualTo(tree.isUnifiedPart());
            assertThat(program.ask("diagnose")).noneMatch(line -> line.contains("NOT_DELEGATED"));
            assertThat(program.ask("limit-base"))
                    .singleElement()
                    .asString()
                    .startsWith("refused CgroupAccessException")
                    .contains("make a group below it");
        }
        assertThat(beside).allSatisfy(group -> assertThat(group).exists());
    }

    /** As root is told to: the unified hierarchy asks for rights to the group that holds both, v1 whose process it is. */
    @Test
    void aProcessFromOutsideIsNotTakenAndTheHintSaysHowRootMovesIt() throws IOException {
        GivenTree.give(tree.groups());
        Process outside = new ProcessBuilder("sleep", "60").start();
        try (UserProgram program = UserProgram.startIn(tree.groups())) {
            assertThat(program.ask("move " + outside.pid()))
                    .singleElement()
                    .asString()
                    .startsWith("refused CgroupAccessException")
                    .contains("as root: echo " + outside.pid() + " > ")
                    .containsAnyOf("it belongs to somebody else", "of the group that holds both");
            assertThat(outside.isAlive()).isTrue();
        } finally {
            outside.destroyForcibly().onExit().join();
        }
    }

    @Test
    void aUserWithoutASubTreeIsToldWhatToRunAndThenWorks() throws IOException {
        tree.enable();
        try (UserProgram program = UserProgram.startIn(tree.groups())) {
            String refusal = program.ask(work).get(0);
            assertThat(refusal).startsWith("refused CgroupAccessException").contains("is not delegated to nobody");
            List<String> commands = commands(program.ask("diagnose"));
            assertThat(commands).anySatisfy(command -> assertThat(refusal).endsWith("as root: " + command));
            obey(program);
            assertThat(program.ask(work)).contains("worked");
        }
    }

    @Test
    void whatIsMissingOfAHalfGivenSubTreeIsNamed() throws IOException {
        tree.enable();
        for (Path group : tree.groups()) {
            GivenTree.give(group);
        }
        try (UserProgram program = UserProgram.startIn(tree.groups())) {
            obey(program);
            assertThat(program.ask(work)).contains("worked");
        }
    }

    @Test
    void theGroupAboveThatDoesNotPassAControllerOnIsNamed() throws IOException {
        List<Path> given = tree.below("given");
        GivenTree.give(given);
        try (UserProgram program = UserProgram.startIn(given)) {
            if (tree.isUnifiedPart()) {
                tree.enable();
                assertThat(program.ask("diagnose"))
                        .anySatisfy(
                                line -> assertThat(line).contains("NOT_ENABLED").contains("echo +"));
                assertThat(program.ask(work).get(0)).startsWith("refused").contains("as root: echo +");
            }
            obey(program);
            assertThat(program.ask(work)).contains("worked");
        }
    }

    /** For a machine where the groups that this makes cannot be somebody else's. */
    protected final void givesAGroupToWhoIsInTheRoot(String name) throws IOException {
        tree.enable();
        try (UserProgram program = UserProgram.startIn(List.of())) {
            obey(program);
            assertThat(program.ask(work)).contains("worked");
        } finally {
            for (Path group : tree.groups()) {
                GivenTree.remove(group.resolveSibling(name));
            }
        }
    }

    /** What keeps the user from working, command by command, exactly as it is told. */
    private void obey(UserProgram program) throws IOException {
        for (int step = 1; step <= STEPS; step++) {
            List<String> commands = commands(program.ask("diagnose"));
            if (commands.isEmpty()) {
                return;
            }
            run(commands.get(0));
        }
        assertThat(commands(program.ask("diagnose"))).isEmpty();
    }

    /** The commands for what the tests need. */
    private List<String> commands(List<String> diagnosis) {
        return diagnosis.stream()
                .filter(line -> tree.controllers().stream()
                        .anyMatch(controller -> line.startsWith("obstacle " + controller + " ")))
                .map(line -> List.of(line.split(" \\| ")).get(0))
                .map(line -> List.of(line.split(" ", 4)).get(3))
                .filter(command -> !command.equals("-"))
                .distinct()
                .toList();
    }

    /** Runs a command as it is told, as root. */
    protected static void run(String command) throws IOException {
        Process shell = new ProcessBuilder("sh", "-c", command)
                .redirectErrorStream(true)
                .start();
        String output = new String(shell.getInputStream().readAllBytes(), UTF_8);
        assertThat(shell.onExit().join().exitValue())
                .as(command + "\n" + output)
                .isZero();
    }

    private static Stream<Path> directories(List<String> answer) {
        return answer.stream()
                .filter(line -> line.startsWith("directory "))
                .map(line -> Path.of(List.of(line.split(" ")).get(2)));
    }
}
