package io.cgroups.net;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.ControllerSpec;
import io.cgroups.InvalidValueException;
import io.cgroups.spi.KernelWrite;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What can be set of the net_prio controller; an interface that is absent keeps its priority. Immutable.
 *
 * @param priorities the priorities of packets by network interface; see {@link Builder#priority}
 */
public record NetPrioSpec(Map<String, Long> priorities) implements ControllerSpec {
    /** The largest priority, of 32 bits. */
    public static final long LARGEST_PRIORITY = 0xffff_ffffL;

    private static final String SETTING = "net_prio.ifpriomap";
    private static final int LONGEST_NAME = 15;
    /** To the kernel a byte of this value is white space, whatever letter of UTF-8 it belongs to. */
    private static final byte NO_BREAK_SPACE = (byte) 0xa0;

    /**
     * Copies the map and checks it.
     *
     * @param priorities see the record
     * @throws InvalidValueException if a name cannot be that of an interface, or a priority is out of range
     */
    public NetPrioSpec {
        priorities = Collections.unmodifiableMap(new TreeMap<>(priorities));
        priorities.forEach(NetPrioSpec::check);
    }

    private static void check(String networkInterface, long priority) {
        if (!isName(networkInterface)) {
            throw new InvalidValueException(
                    SETTING + " interface",
                    networkInterface,
                    "a name has 1 to " + LONGEST_NAME + " bytes, and no white space, slash or colon");
        }
        InvalidValueException.inRange(
                SETTING,
                priority,
                0,
                LARGEST_PRIORITY,
                "0 sets none; the kernel would silently drop all but the lower 32 bits");
    }

    /** What the kernel itself asks of a name, byte by byte. */
    private static boolean isName(String name) {
        byte[] bytes = name.getBytes(UTF_8);
        boolean isClean = true;
        for (byte each : bytes) {
            boolean isSpace = (each >= '\t' && each <= '\r') || each == ' ' || each == NO_BREAK_SPACE;
            isClean &= !isSpace && each != 0 && each != '/' && each != ':';
        }
        return isClean && bytes.length >= 1 && bytes.length <= LONGEST_NAME && !name.equals(".") && !name.equals("..");
    }

    /**
     * Starts a specification that mentions nothing.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Controller controller() {
        return Controller.NET_PRIO;
    }

    @Override
    public List<KernelWrite> planFor(Cgroup group) {
        return group.netPrio().plan(this);
    }

    /** Collects settings. Not safe for use by several threads. */
    public static final class Builder {
        private final Map<String, Long> priorities = new TreeMap<>();

        private Builder() {}

        /**
         * Sets the priority of packets that members send through an interface, where their socket has none of its own
         * ({@code SO_PRIORITY}). Groups below that are there already keep theirs; a new one starts with those of the group
         * above it.
         *
         * @param networkInterface the name of an interface of the machine's first network namespace, for example
         *     {@code eth0}
         * @param priority 0 to {@link #LARGEST_PRIORITY}, default that of the group above when this one was made, 0 for
         *     none; {@code net_prio.ifpriomap}, v2 has none
         * @return this
         * @throws InvalidValueException if the name cannot be that of an interface, or the priority is out of range
         */
        public Builder priority(String networkInterface, long priority) {
            check(networkInterface, priority);
            priorities.put(networkInterface, priority);
            return this;
        }

        /**
         * Makes the specification.
         *
         * @return an immutable copy of what was set
         */
        public NetPrioSpec build() {
            return new NetPrioSpec(priorities);
        }
    }
}
