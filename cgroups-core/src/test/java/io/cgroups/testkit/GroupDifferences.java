package io.cgroups.testkit;

import io.cgroups.CgroupIoException;
import io.cgroups.fixture.Fixture.ControlFile;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares a group of the in-memory kernel with one that was recorded: names, contents, and what may be read or written. */
record GroupDifferences(InMemoryKernel kernel, Path group, Map<String, ControlFile> recorded) {

    /** The files that differ, each with what is different. */
    Map<String, String> find() {
        Set<String> names = new TreeSet<>(recorded.keySet());
        Set<String> here = new TreeSet<>(kernel.files(group));
        names.addAll(here);
        Map<String, String> differences = new TreeMap<>();
        for (String name : names) {
            ControlFile file = recorded.get(name);
            if (file == null) {
                differences.put(name, "the recorded kernel has no such file");
            } else if (!here.contains(name)) {
                differences.put(name, "is left out");
            } else {
                difference(name, file).ifPresent(what -> differences.put(name, what));
            }
        }
        return differences;
    }

    private Optional<String> difference(String name, ControlFile file) {
        // The gate of the in-memory kernel does not end a text with a line feed.
        Optional<String> text = read(name).map(String::stripTrailing);
        Optional<String> expected = file.text().map(String::stripTrailing);
        if (!text.equals(expected)) {
            return Optional.of("says " + shown(text) + " instead of " + shown(expected));
        }
        return file.isWritable() || refusesWrite(name) ? Optional.empty() : Optional.of("can be written");
    }

    private static String shown(Optional<String> text) {
        return text.orElse("nothing, it cannot be read,");
    }

    private Optional<String> read(String name) {
        try {
            return Optional.of(kernel.read(group.resolve(name)));
        } catch (CgroupIoException e) {
            return Optional.empty();
        }
    }

    private boolean refusesWrite(String name) {
        try {
            kernel.write(group.resolve(name), "0");
            return false;
        } catch (CgroupIoException e) {
            return true;
        }
    }
}
