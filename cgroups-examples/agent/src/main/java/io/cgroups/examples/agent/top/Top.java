package io.cgroups.examples.agent.top;

import io.cgroups.examples.agent.watch.GroupState;
import io.cgroups.examples.agent.watch.Snapshot;
import io.cgroups.examples.agent.watch.Watch;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/** The view for terminals. For one thread. */
public final class Top {
    private static final int ONCE_WIDTH = 120;
    private static final long SECOND = 1_000_000_000L;

    private final Watch watch;
    private Order order;
    private int first;

    /**
     * Makes the view.
     *
     * @param watch what there is to see
     * @param order what it is sorted by at first
     */
    public Top(Watch watch, Order order) {
        this.watch = watch;
        this.order = order;
    }

    /**
     * Looks for one second and prints all groups, for pipes and files.
     *
     * @param out where to
     */
    public void once(PrintStream out) {
        watch.look();
        LockSupport.parkNanos(SECOND);
        watch.look();
        Snapshot snapshot = watch.snapshot();
        Table table = new Table(ONCE_WIDTH);
        table.head(snapshot, order).forEach(out::println);
        table.rows(order.sort(snapshot.groups())).forEach(out::println);
        out.flush();
    }

    /**
     * Draws all groups again each second, and at each key, until q is pressed.
     *
     * @param terminal where; it is given back as it was
     * @throws IOException if the terminal goes away
     */
    public void live(Terminal terminal) throws IOException {
        Attributes before = terminal.enterRawMode();
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.cursor_invisible);
        try {
            watch.start();
            Display display = new Display(terminal, true);
            Keys keys = new Keys(terminal);
            do {
                draw(terminal, display);
            } while (obey(keys.next(1000)));
        } finally {
            terminal.puts(Capability.cursor_normal);
            terminal.puts(Capability.exit_ca_mode);
            terminal.setAttributes(before);
            terminal.flush();
        }
    }

    private boolean obey(Keys.Key key) {
        switch (key) {
            case QUIT -> {
                return false;
            }
            case RIGHT -> order = order.next(1);
            case LEFT -> order = order.next(-1);
            case DOWN -> first++;
            case UP -> first = Math.max(0, first - 1);
            case OTHER, NONE -> {}
        }
        return true;
    }

    private void draw(Terminal terminal, Display display) {
        int width = Math.max(20, terminal.getSize().getColumns());
        int height = Math.max(5, terminal.getSize().getRows());
        display.resize(Size.of(width, height));
        display.update(lines(width, height), 0);
    }

    /** Exactly as many lines as the terminal has. */
    private List<AttributedString> lines(int width, int height) {
        Snapshot snapshot = watch.snapshot();
        List<GroupState> groups = order.sort(snapshot.groups());
        int space = height - 4;
        first = Math.max(0, Math.min(first, groups.size() - space));
        List<GroupState> shown = groups.subList(first, Math.min(groups.size(), first + space));
        Table table = new Table(width);
        List<AttributedString> lines = new ArrayList<>();
        List<String> head = table.head(snapshot, order);
        lines.add(new AttributedString(head.get(0), AttributedStyle.BOLD));
        lines.add(new AttributedString(head.get(1), AttributedStyle.INVERSE));
        List<String> rows = table.rows(shown);
        for (int i = 0; i < rows.size(); i++) {
            boolean throttled = shown.get(i).latest().throttledRatio() > 0;
            lines.add(new AttributedString(
                    rows.get(i),
                    throttled ? AttributedStyle.DEFAULT.foreground(AttributedStyle.RED) : AttributedStyle.DEFAULT));
        }
        while (lines.size() < height - 1) {
            lines.add(AttributedString.EMPTY);
        }
        lines.add(new AttributedString(
                "q quit   s or left/right sort   up/down scroll", AttributedStyle.DEFAULT.faint()));
        return lines;
    }
}
