package io.cgroups.examples;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows what pools use: as bars that are drawn over and over again on a terminal, else as a line now and then. */
final class PoolDisplay {
    private final PrintStream out;
    private final boolean live;
    private boolean drawn;

    PoolDisplay(PrintStream out, boolean live) {
        this.out = out;
        this.live = live;
    }

    /** How often it wants to be called in a second. */
    int looksPerSecond() {
        return live ? 5 : 1;
    }

    void show(List<BusyPool> pools) {
        if (!live) {
            out.println(pools.stream().map(PoolDisplay::brief).collect(Collectors.joining("   ")));
            return;
        }
        if (drawn) {
            out.printf("\u001b[%dA\u001b[J", pools.size());
        }
        pools.forEach(pool -> out.println(bar(pool)));
        out.flush();
        drawn = true;
    }

    private static String brief(BusyPool pool) {
        return String.format(
                Locale.ROOT,
                "%s (quota %s): %5.1f %% of one CPU",
                pool.name(),
                pool.group().cpu().quota(),
                pool.look() * 100);
    }

    private static String bar(BusyPool pool) {
        double share = pool.look();
        return String.format(
                Locale.ROOT,
                "%-8s %-9s |%s| %5.1f %% of one CPU",
                pool.name(),
                pool.group().cpu().quota(),
                Sample.bar(share),
                share * 100);
    }
}
