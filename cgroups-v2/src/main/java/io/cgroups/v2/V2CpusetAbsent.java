package io.cgroups.v2;

import io.cgroups.Failure;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.cpuset.CpusetSpec;
import java.util.Optional;

/** What cpusets of v1 have and those of v2 have not, and what there is instead. */
enum V2CpusetAbsent {
    CPU_EXCLUSIVE(
            "cpuset.cpu_exclusive", "use partition(CpusetPartition.root()), which keeps its CPUs from all others"),
    MEM_EXCLUSIVE("cpuset.mem_exclusive", "give the siblings other mems"),
    MEM_HARDWALL("cpuset.mem_hardwall", "mems binds the memory of members only"),
    MEMORY_MIGRATE("cpuset.memory_migrate", "memory always moves along there, so leave it out"),
    SCHED_LOAD_BALANCE("cpuset.sched_load_balance", "use partition(CpusetPartition.isolated()) to balance no load"),
    MEMORY_SPREAD_PAGE("cpuset.memory_spread_page", "start the program with a memory policy that interleaves"),
    MEMORY_SPREAD_SLAB("cpuset.memory_spread_slab", "kernels since Linux 6.8 do not spread these caches at all"),
    SCHED_RELAX_DOMAIN_LEVEL("cpuset.sched_relax_domain_level", "the scheduler decides how far it looks"),
    MEMORY_PRESSURE("cpuset.memory_pressure", "read memory.pressure, which tells how long members wait for memory");

    private final String file;
    private final String instead;

    V2CpusetAbsent(String file, String instead) {
        this.file = file;
        this.instead = instead;
    }

    UnsupportedSettingException exception() {
        return new UnsupportedSettingException(Failure.of("use " + file, "v2 has none; " + instead));
    }

    /** Refuses a specification that mentions any of them. */
    static void check(CpusetSpec spec) {
        CPU_EXCLUSIVE.refuse(spec.cpuExclusive());
        MEM_EXCLUSIVE.refuse(spec.memExclusive());
        MEM_HARDWALL.refuse(spec.memHardwall());
        MEMORY_MIGRATE.refuse(spec.memoryMigrate());
        SCHED_LOAD_BALANCE.refuse(spec.schedLoadBalance());
        MEMORY_SPREAD_PAGE.refuse(spec.memorySpreadPage());
        MEMORY_SPREAD_SLAB.refuse(spec.memorySpreadSlab());
        SCHED_RELAX_DOMAIN_LEVEL.refuse(spec.schedRelaxDomainLevel());
    }

    private void refuse(Optional<?> setting) {
        if (setting.isPresent()) {
            throw exception();
        }
    }
}
