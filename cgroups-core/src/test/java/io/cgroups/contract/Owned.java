package io.cgroups.contract;

import io.cgroups.Cgroup;
import io.cgroups.CgroupPath;
import io.cgroups.Cgroups;
import io.cgroups.internal.own.Owner;
import io.cgroups.internal.own.Owners;
import io.cgroups.internal.proc.ProcStat;
import io.cgroups.spi.GroupAttributes;
import io.cgroups.spi.KernelFiles;
import java.nio.file.Path;
import java.util.List;

/**
 * A part of the tree of groups of a test: what is made in it, whose it is, and a reaper that sees nothing else. Marks are
 * written by hand, as text, so that what is on a kernel is known.
 */
final class Owned {
    private static final String MARK = "io.cgroups.owner.";
    private static final String INTENT = "io.cgroups.creating.";

    private final KernelFiles files;
    private final GroupAttributes attributes;
    private final Cgroup base;
    private final Cgroups cgroups;
    private final long deadPid;
    private final Owner self;

    Owned(TestHost host) {
        this.files = host.files();
        this.attributes = files.attributes().orElseThrow();
        String name = host.newName();
        this.base = host.cgroups().create(name);
        this.cgroups = Cgroups.builder().kernel(files).base("/" + name).build();
        this.deadPid = host.deadPid();
        this.self = new Owners(files).self().orElseThrow();
    }

    /** The API where names are relative to the part. */
    Cgroups cgroups() {
        return cgroups;
    }

    /** The top of the part. */
    Cgroup base() {
        return base;
    }

    /** A process that does not live. */
    Owner dead() {
        return new Owner(deadPid, 1, self.space());
    }

    /** A process that is there. */
    Owner alive(long pid) {
        Path stat = files.proc().resolve(Long.toString(pid)).resolve("stat");
        return new Owner(pid, ProcStat.parse(stat, files.read(stat)).self().start(), self.space());
    }

    /** A process of another pid namespace. */
    Owner foreign() {
        return new Owner(deadPid, 1, "pid:[1],time:[1]");
    }

    /** The directories of a group. */
    static List<Path> directories(Cgroup group) {
        return group.controllers().stream()
                .map(controller -> group.files(controller).directory())
                .distinct()
                .toList();
    }

    private static String text(Owner owner, String close) {
        return "1 " + owner.pid() + " " + owner.start() + " " + owner.space() + " " + close;
    }

    /** Says of a group whose it is. */
    Cgroup mark(Cgroup group, Owner owner, String close) {
        return mark(group, text(owner, close));
    }

    /** Writes something into the place of a mark. */
    Cgroup mark(Cgroup group, String text) {
        directories(group).forEach(dir -> attributes.set(dir, MARK + "4711-test", text));
        return group;
    }

    /** Says of a group that one below it is being made. */
    void intend(Cgroup group, Owner owner, String child) {
        directories(group).forEach(dir -> attributes.set(dir, INTENT + "4711-test", text(owner, "KILL") + " " + child));
    }

    /** What is noted on the directories of a group. */
    List<String> notes(Cgroup group) {
        return directories(group).stream()
                .flatMap(dir -> attributes.names(dir).stream())
                .toList();
    }

    /** The names of the groups directly below. */
    static List<String> children(Cgroup group) {
        return group.children().stream()
                .map(Cgroup::path)
                .map(CgroupPath::parts)
                .map(parts -> parts.get(parts.size() - 1))
                .toList();
    }
}
