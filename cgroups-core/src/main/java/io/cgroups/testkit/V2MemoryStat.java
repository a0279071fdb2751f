package io.cgroups.testkit;

import java.util.List;
import java.util.stream.Collectors;

/** The texts of memory.stat and memory.numa_stat of v2, in the kernel's order; what is not simulated stays 0. */
final class V2MemoryStat {
    private static final List<String> KEYS =
            List.of(("anon file kernel kernel_stack pagetables sec_pagetables percpu sock vmalloc shmem file_mapped "
                            + "file_dirty file_writeback swapcached anon_thp file_thp shmem_thp inactive_anon active_anon "
                            + "inactive_file active_file unevictable slab_reclaimable slab_unreclaimable slab "
                            + "workingset_refault_anon workingset_refault_file workingset_activate_anon "
                            + "workingset_activate_file workingset_restore_anon workingset_restore_file "
                            + "workingset_nodereclaim pgscan pgsteal pgscan_kswapd pgscan_direct pgsteal_kswapd "
                            + "pgsteal_direct pgfault pgmajfault pgrefill pgactivate pgdeactivate pglazyfree pglazyfreed "
                            + "thp_fault_alloc thp_collapse_alloc")
                    .split(" "));

    private static final List<String> NODE_KEYS =
            List.of(("anon file kernel_stack pagetables sec_pagetables shmem file_mapped file_dirty file_writeback "
                            + "swapcached anon_thp file_thp shmem_thp inactive_anon active_anon inactive_file active_file "
                            + "unevictable slab_reclaimable slab_unreclaimable workingset_refault_anon "
                            + "workingset_refault_file workingset_activate_anon workingset_activate_file "
                            + "workingset_restore_anon workingset_restore_file workingset_nodereclaim")
                    .split(" "));

    private V2MemoryStat() {}

    static void populate(MemGroup group) {
        group.file("memory.stat", MemFile.readOnly(() -> text(group, KEYS, " ")));
        group.file("memory.numa_stat", MemFile.readOnly(() -> text(group, NODE_KEYS, " N0=")));
    }

    private static String text(MemGroup group, List<String> keys, String separator) {
        return keys.stream().map(key -> key + separator + bytes(group, key)).collect(Collectors.joining("\n"));
    }

    private static long bytes(MemGroup group, String key) {
        return V2Memory.below(group)
                .mapToLong(memory -> switch (key) {
                    case "anon", "active_anon" -> memory.anonymous();
                    case "file", "inactive_file" -> memory.cache();
                    default -> 0;
                })
                .sum();
    }
}
