package io.cgroups.internal.route;

import io.cgroups.CgroupException;
import io.cgroups.CgroupIoException;
import io.cgroups.CgroupsUnavailableException;
import io.cgroups.Failure;
import io.cgroups.ProcessNotFoundException;
import io.cgroups.internal.proc.Incarnation;
import io.cgroups.internal.proc.ProcStat;
import io.cgroups.spi.GroupDir;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where this JVM was in some hierarchies, and those of its threads that were in other groups. */
final class JvmPlace {
    /** A thread that was in a group of its own. */
    private record Stray(Incarnation thread, GroupDir home) {}

    private final Host host;
    private final List<GroupDir> groups;
    private final List<Stray> strays = new ArrayList<>();

    private JvmPlace(Host host, List<GroupDir> groups) {
        this.host = host;
        this.groups = groups;
    }

    /** Looks where this JVM is in the hierarchies of a group. */
    static JvmPlace now(Host host, List<GroupDir> dirs) {
        FormerGroups self = FormerGroups.of(host, "self");
        JvmPlace place = new JvmPlace(
                host,
                dirs.stream()
                        .map(dir -> self.in(dir.hierarchy()).orElseThrow(() -> hidden(dir)))
                        .toList());
        place.findStrays();
        return place;
    }

    static CgroupsUnavailableException hidden(GroupDir dir) {
        Failure failure = Failure.of(
                "find the caller's own group",
                "the hierarchy is mounted here without it, as after entering a cgroup namespace; mount the hierarchies there");
        return new CgroupsUnavailableException(failure.at(dir.hierarchy().mountPoint()));
    }

    private void findStrays() {
        Path tasks = host.files().proc().resolve("self/task");
        String usual = host.files().read(host.files().proc().resolve("self/cgroup"));
        for (String tid : host.files().directories(tasks)) {
            Optional<String> text = readOfThread(tasks.resolve(tid).resolve("cgroup"));
            if (text.filter(found -> !found.equals(usual)).isPresent()) {
                addStray(tid);
            }
        }
    }

    private Optional<String> readOfThread(Path file) {
        try {
            return Optional.of(host.files().read(file));
        } catch (CgroupIoException e) {
            // The thread has ended.
            return Optional.empty();
        }
    }

    private void addStray(String tid) {
        String proc = task(tid);
        Optional<ProcStat> thread = ProcStat.of(host.files(), proc);
        FormerGroups own = FormerGroups.ofLiving(host, proc);
        for (GroupDir usual : groups) {
            Optional<GroupDir> home = own.in(usual.hierarchy()).filter(found -> !found.equals(usual));
            thread.ifPresent(found -> home.ifPresent(dir -> strays.add(new Stray(found.self(), dir))));
        }
    }

    private static String task(String tid) {
        return "self/task/" + tid;
    }

    /** One group in each of the hierarchies, in the order of those. */
    List<GroupDir> groups() {
        return groups;
    }

    /** Takes the process with all its threads back: in all hierarchies, or in none. */
    void returnProcess() {
        Attachment.ofProcesses(host).attach(groups, "0", "self");
    }

    /** Takes the threads back that had groups of their own: each that can be. */
    void returnStrays() {
        List<CgroupException> refusals = new ArrayList<>();
        for (Stray stray : strays) {
            try {
                returnStray(stray);
            } catch (CgroupIoException e) {
                refusals.add(e.withHint("thread " + stray.thread().id()
                        + " cannot go back to its group and stays where the" + " process is; everything else is done"));
            }
        }
        refusals.stream().findFirst().ifPresent(first -> {
            refusals.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        });
    }

    private void returnStray(Stray stray) {
        String tid = Long.toString(stray.thread().id());
        boolean lives = ProcStat.of(host.files(), task(tid))
                .map(ProcStat::self)
                .filter(stray.thread()::equals)
                .isPresent();
        try {
            if (lives) {
                Attachment.ofThreads(host).attach(List.of(stray.home()), tid, task(tid));
            }
        } catch (ProcessNotFoundException e) {
            // It has ended since.
            return;
        }
    }
}
