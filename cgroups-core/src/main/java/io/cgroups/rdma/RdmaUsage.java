package io.cgroups.rdma;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a group with those below has open on one RDMA device at one moment. Immutable.
 *
 * @param all every number of the device by the kernel's word, those with names this library does not know included
 */
public record RdmaUsage(Map<String, Long> all) {

    /**
     * Copies the map.
     *
     * @param all see the record
     */
    public RdmaUsage {
        all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
    }

    /**
     * How many handles of the device are open; {@code hca_handle}.
     *
     * @return the number, empty when the kernel does not report it
     */
    public OptionalLong hcaHandles() {
        return raw("hca_handle");
    }

    /**
     * How many objects in the device there are; {@code hca_object}.
     *
     * @return the number, empty when the kernel does not report it
     */
    public OptionalLong hcaObjects() {
        return raw("hca_object");
    }

    /**
     * A number by the kernel's word for it.
     *
     * @param name for example {@code hca_handle}
     * @return the number, empty when the kernel does not report it
     */
    public OptionalLong raw(String name) {
        Long value = all.get(name);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
