package io.cgroups.examples.agent;

import io.cgroups.Cgroups;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The agent: until it is interrupted it serves the metrics and the page. */
@Command(
        name = "agent",
        description = "Serves the metrics of all groups at /metrics, and a page to look at them, on 127.0.0.1.",
        mixinStandardHelpOptions = true)
final class AgentCommand implements Callable<Integer> {
    @Mixin
    private final Watched watched = new Watched();

    @Option(names = "--port", description = "The port, 0 for any that is free; by default ${DEFAULT-VALUE}.")
    private int port = 9753;

    @Option(
            names = "--allow-changes",
            description =
                    "Lets the page change quotas. It takes the address that is printed, with its token, to do that:"
                            + " without it other users of this machine can look, and no more.")
    private boolean allowChanges;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Cgroups cgroups = watched.cgroups();
        try (Ending ending = new Ending()) {
            if (watched.isDemo() && !ending.startDemo(cgroups, System.out)) {
                return 1;
            }
            Agent agent = ending.take(new Agent(cgroups, watched.maxGroups(), port, allowChanges));
            System.out.println("look at " + agent.address() + " - stop with ctrl-C");
            new CountDownLatch(1).await();
        }
        return 0;
    }
}
