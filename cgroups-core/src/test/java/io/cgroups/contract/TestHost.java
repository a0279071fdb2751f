package io.cgroups.contract;

import io.cgroups.Cgroups;
import io.cgroups.Controller;
import java.util.Optional;

/** A kernel to test on: the contract classes know nothing else of it. */
public interface TestHost {

    /** The API on this kernel. */
    Cgroups cgroups();

    /** A name no other test and no other run uses. */
    String newName();

    /** Starts a process that does nothing and lives until the clean-up. */
    long startProcess();

    /** An id no process has. */
    long deadPid();

    /** Makes a process use as much CPU as it gets, and lets some seconds pass. */
    void burn(long pid);

    /** A block device as major:minor, where there is one. */
    Optional<String> blockDevice();

    /** Whether the kernel has a controller. */
    default boolean has(Controller controller) {
        return cgroups().layout().hierarchy(controller).isPresent();
    }

    /** Kills what was started and removes every group that was made by a name of this host. */
    void cleanUp();
}
