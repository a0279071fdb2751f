package io.cgroups.v2;

import io.cgroups.spi.FlatKeyed;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.Population;
import io.cgroups.spi.RequiredFile;

/** What {@code cgroup.events} tells of a group: states, each with a 1 while it holds. */
final class V2Events {
    static final String FILE = "cgroup.events";

    private V2Events() {}

    /**
     * Reads one state.
     *
     * @param needs what is needed for it, for the exception of a kernel or group that does not tell
     */
    static boolean isOn(GroupDir dir, String state, String needs) {
        FlatKeyed events = FlatKeyed.parse(dir.file(FILE), RequiredFile.read(dir, FILE, needs));
        return events.find(state).orElseThrow(() -> RequiredFile.missing(dir, FILE, needs)) == 1;
    }

    /** Whether a group, or one below it, has members; the kernel tells when that changes. */
    static Population population(GroupDir dir) {
        return Population.told(dir, FILE, text -> text.lines().anyMatch("populated 1"::equals));
    }
}
