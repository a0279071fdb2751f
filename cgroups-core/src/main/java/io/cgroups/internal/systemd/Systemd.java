package io.cgroups.internal.systemd;

import io.cgroups.CgroupsUnavailableException;
import io.cgroups.spi.KernelFiles;
import io.cgroups.systemd.ServiceManager;
import java.time.Duration;

/** The systemd of a host, and the kernel below it; a test replaces both. */
public interface Systemd {

    /** The gate to the kernel. */
    KernelFiles files();

    /** The process id of this JVM. */
    long ownPid();

    /** The service manager that a caller means who names none. */
    ServiceManager usual();

    /**
     * Fails unless systemd runs this host.
     *
     * @throws CgroupsUnavailableException if it does not
     */
    void requireRunning();

    /**
     * Connects to a service manager.
     *
     * @param manager which one
     * @param limit how long each call may take
     * @return the connection, to be closed
     * @throws CgroupsUnavailableException if there is none, or the library to speak to it is missing
     */
    UnitManager connect(ServiceManager manager, Duration limit);
}
