package io.cgroups.internal.route;

import io.cgroups.CgroupException;
import io.cgroups.CgroupIoException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.CgroupsUnavailableException;
import io.cgroups.Failure;
import io.cgroups.ProcessNotFoundException;
import io.cgroups.internal.proc.Incarnation;
import io.cgroups.internal.proc.ProcStat;
import io.cgroups.spi.GroupDir;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /**
     * Looks where this JVM is in the hierarchies of a group: where most of its threads are, for the first thread, whose group
     * /proc shows as that of the process, may have one of its own like any other.
     */
    static JvmPlace now(Host host, List<GroupDir> dirs) {
        Map<String, String> texts = textsByThread(host);
        Path file = host.files().proc().resolve("self/cgroup");
        String usual = mostFrequent(texts.values(), host.files().read(file));
        FormerGroups self = FormerGroups.parse(host, file, usual);
        List<GroupDir> most = dirs.stream()
                .map(dir -> self.in(dir.hierarchy()).orElseThrow(() -> hidden(dir)))
                .toList();
        // Most threads may be in a group for threads; the process is in the one above.
        List<GroupDir> homes = most.stream()
                .map(dir -> host.driver(dir.hierarchy()).domain(dir))
                .toList();
        JvmPlace place = new JvmPlace(host, homes);
        texts.forEach((tid, text) -> {
            if (!text.equals(usual) || !homes.equals(most)) {
                place.addStray(tid);
            }
        });
        return place;
    }

    private static String mostFrequent(Collection<String> texts, String otherwise) {
        Map<String, Long> counts = texts.stream().collect(Collectors.groupingBy(text -> text, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(entry -> entry.getKey().equals(otherwise)))
                .map(Map.Entry::getKey)
                .orElse(otherwise);
    }

    private static Map<String, String> textsByThread(Host host) {
        Path tasks = host.files().proc().resolve("self/task");
        Map<String, String> texts = new LinkedHashMap<>();
        for (String tid : host.files().directories(tasks)) {
            try {
                texts.put(tid, host.files().read(tasks.resolve(tid).resolve("cgroup")));
            } catch (CgroupNotFoundException | ProcessNotFoundException e) {
                // The thread has ended.
                texts.remove(tid);
            }
        }
        return texts;
    }

    static CgroupsUnavailableException hidden(GroupDir dir) {
        Failure failure = Failure.of(
                "find the caller's own group",
                "the hierarchy is mounted here without it, as after entering a cgroup namespace; mount the hierarchies there");
        return new CgroupsUnavailableException(failure.at(dir.hierarchy().mountPoint()));
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

    /** Undoes a move that was refused in one hierarchy, after which all threads are where the first one was. */
    void restoreAfter(CgroupException refusal) {
        if (strays.isEmpty()) {
            return;
        }
        try {
            returnProcess();
            returnStrays();
        } catch (CgroupException e) {
            refusal.addSuppressed(e);
        }
    }

    /** Takes the threads back that had groups of their own: each that can be. */
    void returnStrays() {
        List<CgroupException> refusals = new ArrayList<>();
        for (Stray stray : strays) {
            try {
                returnStray(stray);
            } catch (CgroupIoException e) {
                refusals.add(e.withHint("thread " + stray.thread().id()
                        + " cannot go back to its group and stays where the process is; everything else is done"));
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
