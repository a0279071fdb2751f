package io.cgroups.v2;

import io.cgroups.Failure;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.memory.MemorySpec;
import io.cgroups.spi.GroupDir;

/** What v2 has no equivalent of, and what to use instead. */
final class V2MemoryGaps {
    private V2MemoryGaps() {}

    /** Throws if a specification mentions what there is none of. */
    static void refuse(GroupDir dir, MemorySpec spec) {
        if (spec.swappiness().isPresent()) {
            throw swappiness(dir);
        }
        if (spec.oomKillDisabled().isPresent()) {
            throw oomControl(dir);
        }
    }

    static UnsupportedSettingException swappiness(GroupDir dir) {
        return none(
                dir,
                "memory.swappiness",
                "the host has one for all, vm.swappiness; limit swap with swapMax(), or write memory.reclaim, which takes"
                        + " swappiness= on newer kernels");
    }

    static UnsupportedSettingException oomControl(GroupDir dir) {
        return none(
                dir,
                "memory.oom_control",
                "members never wait for memory; set high() below max() to slow them down, and watch localEvents()");
    }

    static UnsupportedSettingException resetPeak(GroupDir dir) {
        return none(
                dir,
                "a reset of memory.peak",
                "since Linux 6.12 a write to it counts for that open file alone; watch usage(), or use a new group");
    }

    static UnsupportedSettingException resetFailures(GroupDir dir) {
        return none(dir, "a reset of memory.events", "they only grow; subtract an earlier failures()");
    }

    static UnsupportedSettingException forceEmpty(GroupDir dir) {
        return none(dir, "memory.force_empty", "reclaim(usage()) reclaims what it can");
    }

    private static UnsupportedSettingException none(GroupDir dir, String what, String instead) {
        return new UnsupportedSettingException(
                Failure.of("use " + what, "v2 has no such thing: " + instead).at(dir.path()));
    }
}
