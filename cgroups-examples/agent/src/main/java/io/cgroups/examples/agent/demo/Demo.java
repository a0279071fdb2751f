package io.cgroups.examples.agent.demo;

import io.cgroups.Cgroup;
import io.cgroups.CgroupException;
import io.cgroups.CgroupPath;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.OnClose;
import io.cgroups.ScopedCgroup;
import io.cgroups.unit.DataSize;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A few groups with busy programs at different quotas, so that there is throttling to see. Closing kills and removes them. */
public final class Demo implements AutoCloseable {
    private static final String BUSY = "while :; do :; done";
    /** Works for a moment, then waits: it stays under its quota on average, and yet is throttled now and then. */
    private static final String IN_BURSTS =
            "while :; do i=0; while [ $i -lt 60000 ]; do i=$((i + 1)); done; sleep 1; done";

    /** 48 MiB: tail keeps what it has read until its input ends, which it does not. */
    private static final String HOLD_MEMORY = "{ head -c 50331648 /dev/zero; exec sleep 1000000; } | tail";

    private final ScopedCgroup scope;

    private Demo(ScopedCgroup scope) {
        this.scope = scope;
    }

    /**
     * Tells below which group those of the demo are, if this program makes any.
     *
     * @return the name, from the base
     */
    public static CgroupPath path() {
        return CgroupPath.of("demo-" + ProcessHandle.current().pid());
    }

    /**
     * Makes the groups and starts the programs.
     *
     * @param cgroups where
     * @param out what is told of where it cannot be done, and why
     * @return the demo, empty when it cannot be done
     */
    public static Optional<Demo> start(Cgroups cgroups, PrintStream out) {
        try {
            Controller[] controllers = Stream.of(Controller.CPU, Controller.CPUACCT, Controller.MEMORY)
                    .filter(one -> cgroups.layout().hierarchy(one).isPresent())
                    .toArray(Controller[]::new);
            String name = path().toString();
            Demo demo = new Demo(cgroups.scoped(name, OnClose.KILL, controllers));
            demo.fillOrClose();
            out.println("the demo's groups are below " + name);
            return Optional.of(demo);
        } catch (CgroupException e) {
            out.println("The groups of the demo cannot be made here: " + e.getMessage());
            out.println();
            out.println(cgroups.diagnose());
            return Optional.empty();
        } catch (IOException e) {
            out.println("The programs of the demo cannot be started here: " + e.getMessage());
            return Optional.empty();
        }
    }

    private void fillOrClose() throws IOException {
        try {
            fill();
        } catch (CgroupException | IOException e) {
            try {
                close();
            } catch (CgroupException alsoFailed) {
                e.addSuppressed(alsoFailed);
            }
            throw e;
        }
    }

    private void fill() throws IOException {
        Cgroup all = scope.group();
        run(all.child("tight").cpuMax(0.1), BUSY);
        run(all.child("two-in-half").cpuMax(0.5), BUSY, BUSY);
        run(all.child("bursts").cpuMax(0.2), IN_BURSTS);
        run(all.child("without-quota"), IN_BURSTS);
        if (all.controllers().contains(Controller.MEMORY)) {
            run(all.child("memory").memoryMax(DataSize.ofMebibytes(64)), HOLD_MEMORY);
        }
    }

    private static void run(Cgroup group, String... scripts) throws IOException {
        for (String script : scripts) {
            group.command("sh", "-c", script)
                    .redirectInput(Path.of("/dev/null"))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
        }
    }

    @Override
    public void close() {
        scope.close();
    }
}
