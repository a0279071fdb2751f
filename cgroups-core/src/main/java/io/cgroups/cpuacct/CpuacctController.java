package io.cgroups.cpuacct;

import io.cgroups.CgroupIoException;
import io.cgroups.UnsupportedSettingException;
import java.time.Duration;

/** CPU accounting of a group. Live and safe to share, as {@link io.cgroups.ControllerFacet}; there is nothing to set. */
public interface CpuacctController {

    /**
     * Reads all CPU time used; v1 {@code cpuacct.usage}, v2 {@code usage_usec} of {@code cpu.stat}.
     *
     * @return the time, summed over all CPUs
     * @throws CgroupIoException if the kernel refuses
     */
    Duration usage();

    /**
     * Reads everything the kernel accounts.
     *
     * @return a snapshot; on v1 of several files read one after the other
     * @throws CgroupIoException if the kernel refuses
     */
    CpuacctStats stats();

    /**
     * Sets the usage back to zero; v1 {@code cpuacct.usage}.
     *
     * @throws UnsupportedSettingException on v2, where counters cannot be reset
     * @throws CgroupIoException if the kernel refuses
     */
    void resetUsage();
}
