package io.cgroups.memory;

import io.cgroups.unit.DataSize;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The memory of a group with those below by NUMA node; {@code memory.numa_stat}. Immutable.
 *
 * @param nodes the nodes by their number, smallest first
 */
public record MemoryNumaStats(Map<Integer, Node> nodes) {

    /**
     * Copies the map.
     *
     * @param nodes see the record
     */
    public MemoryNumaStats {
        nodes = Collections.unmodifiableMap(new TreeMap<>(nodes));
    }

    /**
     * What a group uses of the memory of one node; what the kernel does not report is empty.
     *
     * @param cache file cache; v1 {@code hierarchical_file}, v2 {@code file}
     * @param rss memory of members that is no file cache; v1 {@code hierarchical_anon}, v2 {@code anon}
     * @param unevictable memory that cannot be reclaimed; v1 {@code hierarchical_unevictable}, v2 {@code unevictable}
     * @param all every line by its key, unconverted: v1 counts pages, v2 bytes except in {@code workingset} lines
     */
    public record Node(
            Optional<DataSize> cache, Optional<DataSize> rss, Optional<DataSize> unevictable, Map<String, Long> all) {

        /**
         * Copies the map.
         *
         * @param cache see the record
         * @param rss see the record
         * @param unevictable see the record
         * @param all see the record
         */
        public Node {
            all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
        }
    }
}
