package io.cgroups.examples.spring;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Metrics in the text format of Prometheus. */
record Exposition(String text) {
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)\\})? (\\S+)");

    /** One line of it; labels are as they stand in it. */
    record Sample(String name, String labels, double value) {}

    List<Sample> samples() {
        return text.lines()
                .map(SAMPLE::matcher)
                .filter(Matcher::matches)
                .map(line -> new Sample(
                        line.group(1),
                        line.group(2) == null ? "" : line.group(2),
                        Double.parseDouble(line.group(3).replace("Inf", "Infinity"))))
                .toList();
    }

    /** The samples with a name. */
    List<Sample> named(String name) {
        return samples().stream().filter(sample -> sample.name().equals(name)).toList();
    }

    /** The value of the only sample with a name. */
    double value(String name) {
        List<Sample> found = named(name);
        if (found.size() != 1) {
            throw new AssertionError("not one " + name + " but " + found + " in\n" + text);
        }
        return found.get(0).value();
    }

    /** All names there are. */
    Set<String> names() {
        return samples().stream().map(Sample::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The part of it, descriptions included, whose names begin so. */
    Exposition only(String prefix) {
        Pattern line = Pattern.compile("(# (HELP|TYPE) )?" + Pattern.quote(prefix) + ".*");
        return new Exposition(text.lines()
                .filter(candidate -> line.matcher(candidate).matches())
                .map(candidate -> candidate + "\n")
                .collect(Collectors.joining()));
    }
}
