package io.cgroups.testkit;

import io.cgroups.Errno;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rdma controller, which is the same on both versions: limits on the devices a test adds; nothing is ever open. */
final class RdmaFiles implements MemController {
    private static final List<String> NAMES = List.of("hca_handle", "hca_object");
    private static final long UNLIMITED = Integer.MAX_VALUE;

    private final List<String> devices = new ArrayList<>();

    /** What one group has: its limits by device and name, none of which is unlimited. */
    static final class State {
        private final Map<String, Map<String, Long>> limits = new HashMap<>();

        private long limit(String device, String name) {
            return limits.getOrDefault(device, Map.of()).getOrDefault(name, UNLIMITED);
        }
    }

    void addDevice(String device) {
        if (!devices.contains(device)) {
            devices.add(device);
        }
    }

    @Override
    public void populate(MemGroup group) {
        State state = group.keep(new State());
        if (group.isRoot()) {
            return;
        }
        group.file("rdma.max", MemFile.of(() -> lines(state), text -> setMax(state, text)));
        group.file("rdma.current", MemFile.readOnly(() -> lines(new State(), "0")));
    }

    private String lines(State state) {
        return lines(state, "max");
    }

    private String lines(State state, String unlimited) {
        StringBuilder text = new StringBuilder();
        for (String device : devices) {
            text.append(device).append(' ');
            for (String name : NAMES) {
                long limit = state.limit(device, name);
                text.append(name)
                        .append('=')
                        .append(limit == UNLIMITED ? unlimited : limit)
                        .append(' ');
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** The kernel understands the whole line before it looks for the device. */
    private void setMax(State state, String text) {
        String[] words = text.split(" ", -1);
        Map<String, Long> wanted = new HashMap<>();
        for (int i = 1; i < words.length; i++) {
            int sign = words[i].indexOf('=');
            if (sign < 0 || !NAMES.contains(words[i].substring(0, sign))) {
                throw new KernelRefusal(Errno.EINVAL);
            }
            wanted.put(words[i].substring(0, sign), limit(words[i].substring(sign + 1)));
        }
        if (!devices.contains(words[0])) {
            throw new KernelRefusal(Errno.ENODEV);
        }
        state.limits.computeIfAbsent(words[0], device -> new HashMap<>()).putAll(wanted);
    }

    /** Every beginning of the word max will do, even none of it. */
    private static long limit(String text) {
        if ("max".startsWith(text)) {
            return UNLIMITED;
        }
        try {
            return KernelText.number(text, 0, UNLIMITED);
        } catch (KernelRefusal e) {
            throw new KernelRefusal(Errno.EINVAL);
        }
    }
}
