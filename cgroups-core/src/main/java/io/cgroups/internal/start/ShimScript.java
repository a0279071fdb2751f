package io.cgroups.internal.start;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command that joins a group and becomes a program.
 *
 * <p>It has no variables of its own, because they could be in the environment, and only becomes the program after every join
 * was taken. Else it becomes a sleep(1), which can be told from everything else by its argument: so it is still there to be
 * asked about, and if nobody is left to end it, it ends by itself.
 */
final class ShimScript {
    /** Ten minutes, written as nobody else does. */
    static final String REFUSED = "000000000000000000600";
    /** The same, written in another way. */
    static final String NOT_RUN = "0000000000000000000000600";

    private final ShimTools tools;
    private final String text;
    private final List<String> command;

    /**
     * Makes the command.
     *
     * @param files the control files to join by, in order
     * @param environment what is to be done about the environment
     * @param arguments the program, as the shell finds it, and its arguments
     */
    ShimScript(ShimTools tools, List<Path> files, ChildEnvironment environment, List<String> arguments) {
        this.tools = tools;
        this.text = text(files.size(), environment);
        this.command = new ArrayList<>(List.of(tools.sh(), "-c", text, "sh"));
        files.forEach(file -> command.add(file.toString()));
        command.addAll(environment.arguments());
        command.addAll(arguments);
    }

    private String text(int files, ChildEnvironment environment) {
        List<String> joins = new ArrayList<>();
        for (int i = 1; i <= files; i++) {
            joins.add("echo 0 >\"${" + i + "}\"");
        }
        List<String> lines = new ArrayList<>();
        // What the shell would say of a refusal is closed off without opening a file: a group may deny /dev/null.
        lines.add("{ " + String.join(" && ", joins) + "; } 2>&- || exec " + tools.sleep() + " " + REFUSED + " 2>&-");
        lines.add("shift " + files);
        if (environment.around().isEmpty() && tools.passesOn()) {
            lines.add("trap 'exec " + tools.sleep() + " " + NOT_RUN + " 2>&-' EXIT");
            lines.addAll(environment.commands());
            lines.add("exec \"$@\"");
        } else {
            lines.add("exec " + tools.env() + " \"$@\"");
        }
        return String.join("\n", lines);
    }

    List<String> command() {
        return command;
    }

    /** How the command line begins as long as the shell runs. */
    String shell() {
        return tools.sh() + "\0-c\0" + text + "\0";
    }

    /** How the command line begins when a join was refused. */
    String refused() {
        return tools.sleep() + "\0" + REFUSED + "\0";
    }

    /** How the command line begins when all joins were taken, and the program could not be executed. */
    String notRun() {
        return tools.sleep() + "\0" + NOT_RUN + "\0";
    }
}
