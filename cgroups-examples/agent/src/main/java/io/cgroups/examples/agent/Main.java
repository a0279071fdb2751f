package io.cgroups.examples.agent;

import io.cgroups.CgroupException;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Starts the agent or the view for terminals. */
@Command(
        name = "cgroups-examples/run",
        description = "What control groups do: as metrics and a page, or on a terminal.",
        subcommands = {AgentCommand.class, TopCommand.class},
        mixinStandardHelpOptions = true)
public final class Main {
    private Main() {}

    /**
     * Runs what is named.
     *
     * @param args {@code agent} or {@code top}, and options
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure))
                .execute(args));
    }

    /** What the machine or its user can mend is no crash: a port that is taken, or control groups that are not to be had. */
    private static int explain(Exception failure) throws Exception {
        if (failure instanceof CgroupException || failure instanceof IOException) {
            System.err.println(failure.getMessage());
            return 1;
        }
        throw failure;
    }
}
