package io.cgroups.misc;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a group with those below has of every resource. Immutable.
 *
 * @param usage by the name of the resource, in the kernel's order
 */
public record MiscStats(Map<String, MiscUsage> usage) {

    /**
     * Copies the map.
     *
     * @param usage see the record
     */
    public MiscStats {
        usage = Collections.unmodifiableMap(new LinkedHashMap<>(usage));
    }
}
