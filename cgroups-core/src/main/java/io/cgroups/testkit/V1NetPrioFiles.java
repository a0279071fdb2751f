package io.cgroups.testkit;

import io.cgroups.Errno;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The net_prio controller of v1 on a machine with two network interfaces; a new group takes the map over from above. */
final class V1NetPrioFiles implements MemController {
    private static final List<String> INTERFACES = List.of("lo", "eth0");
    /** The kernel reads a name, white space and digits, and does not look at what follows. */
    private static final Pattern LINE = Pattern.compile("(\\S{1,16})\\s+(\\d+).*", Pattern.DOTALL);

    private long groups;

    /** What one group has. */
    static final class State {
        private final Map<String, Long> priorities = new LinkedHashMap<>();
    }

    @Override
    public void populate(MemGroup group) {
        State state = group.keep(new State());
        INTERFACES.forEach(name -> state.priorities.put(name, 0L));
        group.parent().ifPresent(parent -> state.priorities.putAll(parent.state(State.class).priorities));
        long index = ++groups;
        group.file("net_prio.ifpriomap", MemFile.of(() -> text(state), text -> set(state, text)));
        group.file("net_prio.prioidx", MemFile.readOnly(() -> Long.toString(index)));
    }

    private static String text(State state) {
        return state.priorities.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static void set(State state, String text) {
        Matcher line = LINE.matcher(text);
        if (!line.matches()) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        // Only the lower 32 bits count, silently.
        long priority = Integer.toUnsignedLong(new BigInteger(line.group(2)).intValue());
        if (state.priorities.replace(line.group(1), priority) == null) {
            throw new KernelRefusal(Errno.ENODEV);
        }
    }
}
