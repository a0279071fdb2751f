package io.cgroups.testkit;

import java.util.Comparator;
import java.util.List;

/** Who dies when a v2 group is out of memory, and what is counted where. */
final class V2OomKiller {
    private V2OomKiller() {}

    /** Kills in the group with the largest usage at or below one whose limit is met; false when nobody is left. */
    static boolean outOfMemory(V2Memory full) {
        full.events().count("oom");
        return V2Memory.below(full.group())
                .filter(memory -> !memory.group().pids().isEmpty())
                .max(Comparator.comparingLong(V2Memory::anonymous))
                .map(victim -> kill(victim, full))
                .orElse(false);
    }

    private static boolean kill(V2Memory victim, V2Memory full) {
        List<V2Memory> groups = List.of(victim);
        for (MemGroup at = victim.group(); ; at = at.parent().orElseThrow()) {
            V2Memory memory = at.state(V2Memory.class);
            if (memory.killsAll()) {
                groups = V2Memory.below(at).toList();
            }
            if (memory == full) {
                break;
            }
        }
        if (groups.get(0).killsAll()) {
            groups.get(0).events().count("oom_group_kill");
            groups.forEach(each -> List.copyOf(each.group().pids()).forEach(pid -> end(each, pid)));
        } else {
            end(victim, victim.group().pids().iterator().next());
        }
        groups.forEach(V2Memory::freeAnonymous);
        return true;
    }

    private static void end(V2Memory memory, long pid) {
        memory.events().count("oom_kill");
        memory.group().hierarchy().kernel().processes().kill(pid);
    }
}
