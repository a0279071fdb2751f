package io.cgroups.examples.agent;

import io.cgroups.Cgroups;
import io.cgroups.examples.agent.demo.Demo;
import io.cgroups.examples.agent.top.Order;
import io.cgroups.examples.agent.top.Top;
import io.cgroups.examples.agent.watch.Watch;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.TerminalBuilder.SystemOutput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The view for terminals: until q is pressed, or once where there is no terminal. */
@Command(
        name = "top",
        description = "Shows what all groups do, sorted, on a terminal.",
        mixinStandardHelpOptions = true)
final class TopCommand implements Callable<Integer> {
    @Mixin
    private final Watched watched = new Watched();

    @Option(names = "--once", description = "Prints one second and ends, as it does without a terminal.")
    private boolean once;

    @Option(names = "--sort", description = "One of ${COMPLETION-CANDIDATES}; by default ${DEFAULT-VALUE}.")
    private Order sort = Order.CPU;

    @Override
    public Integer call() throws IOException {
        Cgroups cgroups = watched.cgroups();
        try (Ending ending = new Ending()) {
            if (watched.isDemo() && !ending.startDemo(cgroups, System.err)) {
                return 1;
            }
            Top top = new Top(ending.take(new Watch(cgroups, Demo.path(), watched.maxGroups())), sort);
            if (once) {
                top.once(System.out);
            } else {
                show(top);
            }
        }
        return 0;
    }

    private static void show(Top top) throws IOException {
        try (Terminal terminal = TerminalBuilder.builder()
                .systemOutput(SystemOutput.SysOut)
                .dumb(true)
                .build()) {
            // So it calls what is no terminal, such as a pipe.
            if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
                top.once(System.out);
            } else {
                top.live(terminal);
            }
        }
    }
}
