package io.cgroups.internal.route;

import io.cgroups.CgroupException;
import io.cgroups.internal.proc.ProcStat;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelFiles;
import io.cgroups.spi.Members;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The members of directories and all below, in whichever hierarchy, for a message: with their commands, as far as
 * {@code /proc} tells.
 */
final class Occupants {
    private static final int MOST = 20;

    private final KernelFiles files;
    private final Members members;

    private Occupants(KernelFiles files, Members members) {
        this.files = files;
        this.members = members;
    }

    static Occupants of(Host host, List<GroupDir> dirs) {
        return new Occupants(host.files(), members(host, dirs));
    }

    /** A directory that is gone has no members. */
    static Members members(Host host, List<GroupDir> dirs) {
        return dirs.stream()
                .map(dir -> Members.below(dir, host.driver(dir.hierarchy())::processes))
                .reduce(Members.none(), Members::and);
    }

    Members members() {
        return members;
    }

    /** For example {@code [4711 (sh), 4712 (java)]}. */
    @Override
    public String toString() {
        int more = members.ids().size() - MOST;
        return members.ids().stream()
                .limit(MOST)
                .map(this::described)
                .collect(Collectors.joining(", ", "[", more > 0 ? " and " + more + " more]" : "]"))
                .concat(members.hasForeign() ? " and processes of a foreign pid namespace, which have no id here" : "");
    }

    /** A leader that has ended is a zombie, and stays a member for as long as other threads of its process live. */
    private String described(long pid) {
        try {
            return ProcStat.of(files, Long.toString(pid))
                    .map(stat -> pid + " (" + stat.command() + ")"
                            + (isLeft(stat) ? ", a zombie with threads that live" : ""))
                    .orElseGet(() -> Long.toString(pid));
        } catch (CgroupException e) {
            return Long.toString(pid);
        }
    }

    private static boolean isLeft(ProcStat stat) {
        return stat.state() == 'Z' && !stat.hasEnded();
    }
}
