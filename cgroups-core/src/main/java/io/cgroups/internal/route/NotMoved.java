package io.cgroups.internal.route;

import io.cgroups.CgroupAccessException;
import io.cgroups.CgroupException;
import io.cgroups.CgroupIoException;
import io.cgroups.spi.Caller;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.ShellCommand;
import java.nio.file.Path;
import java.util.Optional;

/** Why the caller may not move a process although it may write to the group: the way there, or whose process it is. */
final class NotMoved {
    private static final String ID = "Pid:";

    private NotMoved() {}

    /** The same refusal with a better hint, where there is one. */
    static CgroupIoException explain(Host host, GroupDir to, Path file, String proc, CgroupIoException refusal) {
        if (!(refusal instanceof CgroupAccessException) || !host.files().isWritable(file)) {
            return refusal;
        }
        String why = from(host, to, proc)
                .flatMap(from -> host.driver(to.hierarchy()).whyNotMoved(from, to))
                .orElse("it belongs to somebody else");
        return refusal.withHint(why + "; start it inside of what is delegated, or "
                + Caller.of(host.files()).rootIs() + ": "
                + new ShellCommand().write(id(host, proc), file));
    }

    /** The number of a process or thread that is known by another name, such as {@code self}. */
    private static String id(Host host, String proc) {
        try {
            return host.files()
                    .read(host.files().proc().resolve(proc).resolve("status"))
                    .lines()
                    .filter(line -> line.startsWith(ID))
                    .map(line -> line.substring(ID.length()).strip())
                    .findFirst()
                    .orElse(proc);
        } catch (CgroupException e) {
            return proc;
        }
    }

    private static Optional<GroupDir> from(Host host, GroupDir to, String proc) {
        try {
            return FormerGroups.of(host, proc).in(to.hierarchy());
        } catch (CgroupException e) {
            // It is gone by now, or hidden: then that is no reason that could be named.
            return Optional.empty();
        }
    }
}
