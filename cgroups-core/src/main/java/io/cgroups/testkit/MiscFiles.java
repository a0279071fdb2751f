package io.cgroups.testkit;

import io.cgroups.Errno;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The misc controller, which is the same on both versions: limits on the resources a test adds; nothing is ever used. */
final class MiscFiles implements MemController {
    private static final String UNLIMITED = "max";

    /** How much the machine has, by resource. */
    private final Map<String, Long> capacities = new LinkedHashMap<>();

    /** What one group has: its limits by resource, none of which is unlimited. */
    static final class State {
        private final Map<String, Long> limits = new HashMap<>();
    }

    void addResource(String resource, long capacity) {
        capacities.put(resource, capacity);
    }

    @Override
    public void populate(MemGroup group) {
        if (group.isRoot()) {
            group.file("misc.capacity", MemFile.readOnly(() -> lines(name -> name + " " + capacities.get(name))));
            return;
        }
        State state = group.keep(new State());
        group.file("misc.current", MemFile.readOnly(() -> lines(name -> name + " 0")));
        group.file("misc.events", MemFile.readOnly(() -> lines(name -> name + ".max 0")));
        group.file(
                "misc.max", MemFile.of(() -> lines(name -> name + " " + limit(state, name)), text -> set(state, text)));
    }

    private String lines(Function<String, String> line) {
        return capacities.keySet().stream().map(line).collect(Collectors.joining("\n"));
    }

    private static String limit(State state, String resource) {
        return Optional.ofNullable(state.limits.get(resource))
                .map(String::valueOf)
                .orElse(UNLIMITED);
    }

    /** A limit may be over what the machine has. */
    private void set(State state, String text) {
        int space = text.indexOf(' ');
        if (space < 0 || !capacities.containsKey(text.substring(0, space))) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        String resource = text.substring(0, space);
        String value = text.substring(space + 1);
        if (value.equals(UNLIMITED)) {
            state.limits.remove(resource);
        } else {
            state.limits.put(resource, KernelText.unsigned(value));
        }
    }
}
