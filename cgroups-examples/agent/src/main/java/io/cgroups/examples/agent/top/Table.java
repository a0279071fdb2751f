package io.cgroups.examples.agent.top;

import io.cgroups.examples.agent.watch.GroupState;
import io.cgroups.examples.agent.watch.Point;
import io.cgroups.examples.agent.watch.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The groups as lines of text. */
final class Table {
    private static final int BAR = 10;
    private static final int NARROWEST_NAME = 12;
    private static final String FORMAT = "%s %s %7s %6s  %s %5s  %6s %6s  %8s";

    private final int width;

    /** A table of so many columns; a narrow one is cut at the right. */
    Table(int width) {
        this.width = width;
    }

    List<String> head(Snapshot snapshot, Order order) {
        String found = snapshot.problem()
                .orElseGet(() -> snapshot.groups().size() + " groups"
                        + (snapshot.leftOut() > 0 ? ", at least " + snapshot.leftOut() + " left out" : ""));
        return List.of(
                cut(found + ", sorted by " + order.name().toLowerCase(Locale.ROOT)),
                cut(String.format(
                        FORMAT,
                        Text.name("GROUP", nameWidth()),
                        " ".repeat(BAR),
                        "CPU",
                        "QUOTA",
                        " ".repeat(BAR),
                        "THROT",
                        "MEMORY",
                        "LIMIT",
                        "PRESSURE")));
    }

    List<String> rows(List<GroupState> groups) {
        List<String> lines = new ArrayList<>(groups.size());
        groups.forEach(group -> lines.add(row(group)));
        return lines;
    }

    private String row(GroupState group) {
        Point point = group.latest();
        // Without a quota the whole bar is one CPU.
        float of = Float.isFinite(point.quota()) ? point.quota() : 1;
        return cut(String.format(
                FORMAT,
                Text.name(group.path() + (group.problem().isPresent() ? " !" : ""), nameWidth()),
                Text.bar(point.cpu() / of, BAR),
                Text.percent(point.cpu()),
                Text.percent(point.quota()),
                Text.bar(point.throttledRatio(), BAR),
                Text.percent(point.throttledRatio()),
                Text.bytes(point.memory()),
                Text.bytes(point.memoryLimit()),
                Text.percent(point.pressure())));
    }

    private int nameWidth() {
        int others = String.format(FORMAT, "", " ".repeat(BAR), "", "", " ".repeat(BAR), "", "", "", "")
                .length();
        return Math.max(NARROWEST_NAME, width - others);
    }

    private String cut(String line) {
        return line.length() <= width ? line.stripTrailing() : line.substring(0, width);
    }
}
