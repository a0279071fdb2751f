package io.cgroups.examples.agent;

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
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
