package io.cgroups.tree;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The groups below one group at one moment; {@code cgroup.stat}. Immutable.
 *
 * @param descendants how many groups there are below, at any depth ({@code nr_descendants})
 * @param dyingDescendants how many were removed and still hold resources, such as memory not yet freed
 *     ({@code nr_dying_descendants}); they count in no limit
 * @param all every line of {@code cgroup.stat} by its key
 */
public record TreeStats(long descendants, long dyingDescendants, Map<String, Long> all) {

    /**
     * Copies the map.
     *
     * @param descendants see the record
     * @param dyingDescendants see the record
     * @param all see the record
     */
    public TreeStats {
        all = ImmutableMap.copyOf(all);
    }

    /**
     * A line of {@code cgroup.stat}, such as {@code nr_subsys_memory} of newer kernels.
     *
     * @param key its key
     * @return its number, empty when the kernel does not report it
     */
    public OptionalLong raw(String key) {
        Long value = all.get(key);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
