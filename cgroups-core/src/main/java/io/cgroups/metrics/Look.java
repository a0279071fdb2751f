package io.cgroups.metrics;

import io.cgroups.Cgroup;
import io.cgroups.blkio.BlkioDeviceStats;
import io.cgroups.unit.DeviceNumber;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A group as it is in one look: each part is read when it is first asked for, and not again before the next look. Not safe for
 * use by several threads.
 */
final class Look {
    private final Cgroup group;
    private final IdentityHashMap<Part<?, ?>, Attempt<?, ?>> attempts = new IdentityHashMap<>();
    private long number;
    private long nanoTime;

    Look(Cgroup group) {
        this.group = group;
    }

    /** Forgets what was read. */
    void next(long time) {
        number++;
        nanoTime = time;
    }

    long number() {
        return number;
    }

    /** Whether something was missing that a group of this kind has. */
    boolean hasMissed() {
        return attempts.values().stream().anyMatch(attempt -> attempt.hasMissed(number));
    }

    /** A part, empty when the group has nothing like it or it cannot be read. */
    @SuppressWarnings("unchecked")
    <T> Optional<T> get(Part<?, T> part) {
        Attempt<?, T> attempt = (Attempt<?, T>) attempts.computeIfAbsent(part, any -> part.of(group));
        return attempt.in(number, nanoTime);
    }

    /** The disks the group had I/O on; with the groups below where the kernel counts so, as it does all else. */
    Map<DeviceNumber, BlkioDeviceStats> disks() {
        return get(Part.IO).orElse(Map.of());
    }
}
