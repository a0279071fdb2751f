package io.cgroups.rdma;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a group with those below has open on one RDMA device at one moment. Immutable.
 *
 * @param hcaHandles how many handles of the device ({@code hca_handle})
 * @param hcaObjects how many objects in it ({@code hca_object})
 * @param all every number of the device, those with names this library does not know included
 */
public record RdmaUsage(long hcaHandles, long hcaObjects, Map<String, Long> all) {

    /**
     * Copies the map.
     *
     * @param hcaHandles see the record
     * @param hcaObjects see the record
     * @param all see the record
     */
    public RdmaUsage {
        all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
    }
}
