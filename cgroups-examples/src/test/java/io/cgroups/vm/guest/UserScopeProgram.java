package io.cgroups.vm.guest;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.systemd.SystemdScope;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program of a user without privileges: moves itself into a scope of the user's systemd, limits a group below and says so. */
public final class UserScopeProgram {
    private UserScopeProgram() {}

    /** Prints the path of the scope, where this process is, and the limit. */
    public static void main(String[] args) throws Exception {
        try (SystemdScope scope = SystemdScope.forThisJvm("of-user")) {
            Cgroup workers = scope.cgroups()
                    .create("workers", Controller.CPU, Controller.MEMORY, Controller.PIDS)
                    .cpuQuota(20_000);
            System.out.println("scope " + scope.path());
            System.out.println(
                    "process " + Files.readString(Path.of("/proc/self/cgroup")).strip());
            System.out.println(
                    "limit " + workers.files(Controller.CPU).read("cpu.max").strip());
        }
    }
}
