package io.cgroups.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counters of what happened in one group, and in those below too. */
final class V2Events {
    private final @Nullable V2Events parent;
    private final Map<String, Long> local = new LinkedHashMap<>();
    private final Map<String, Long> all = new LinkedHashMap<>();

    V2Events(Optional<V2Events> parent, List<String> names) {
        this.parent = parent.orElse(null);
        names.forEach(name -> {
            local.put(name, 0L);
            all.put(name, 0L);
        });
    }

    void count(String name) {
        local.merge(name, 1L, Long::sum);
        for (V2Events at = this; at != null; at = at.parent) {
            at.all.merge(name, 1L, Long::sum);
        }
    }

    MemFile file() {
        return file(all);
    }

    MemFile localFile() {
        return file(local);
    }

    private static MemFile file(Map<String, Long> counters) {
        return MemFile.readOnly(() -> counters.entrySet().stream()
                .map(counter -> counter.getKey() + " " + counter.getValue())
                .collect(Collectors.joining("\n")));
    }
}
