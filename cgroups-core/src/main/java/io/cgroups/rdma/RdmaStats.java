package io.cgroups.rdma;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a group with those below has open at one moment. Immutable.
 *
 * @param current by the name of the device, in the kernel's order ({@code rdma.current})
 */
public record RdmaStats(Map<String, RdmaUsage> current) {

    /**
     * Copies the map.
     *
     * @param current see the record
     */
    public RdmaStats {
        current = Collections.unmodifiableMap(new LinkedHashMap<>(current));
    }
}
