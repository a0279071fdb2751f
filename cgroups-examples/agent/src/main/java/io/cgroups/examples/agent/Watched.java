package io.cgroups.examples.agent;

import io.cgroups.Cgroups;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is looked at: options of both commands. */
final class Watched {
    @Option(
            names = "--base",
            paramLabel = "PATH",
            description = "The group whose groups below are shown, from the mount points, for example /jobs;"
                    + " by default all that this user may manage.")
    private Optional<String> base = Optional.empty();

    @Option(
            names = "--max-groups",
            paramLabel = "N",
            description = "How many groups are looked at, at the most; by default ${DEFAULT-VALUE}.")
    private int maxGroups = 1000;

    @Option(
            names = "--demo",
            description = "Makes groups with busy programs at different quotas, and removes them at the end.")
    private boolean demo;

    Cgroups cgroups() {
        // The unified hierarchy of a hybrid host, too: only there is pressure.
        Cgroups.Builder builder = Cgroups.builder().unified();
        base.ifPresent(builder::base);
        return builder.build();
    }

    int maxGroups() {
        return maxGroups;
    }

    boolean isDemo() {
        return demo;
    }
}
