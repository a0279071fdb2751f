package io.cgroups.internal.proc;

import io.cgroups.spi.KernelFiles;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Processes and their descendants at one moment, as far as that is one: the list of all processes is read one by one. Whose
 * parent has ended is nobody's descendant any more.
 */
public final class ProcessTree {
    private static final Predicate<String> ID = Pattern.compile("\\d+").asMatchPredicate();

    private ProcessTree() {}

    /**
     * Finds the descendants.
     *
     * @param files the gate
     * @param roots processes, of which some may have ended
     * @return those that live, with all their descendants, each after its parent
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    public static Collection<ProcStat> of(KernelFiles files, Collection<Incarnation> roots) {
        List<ProcStat> all = files.directories(files.proc()).stream()
                .filter(ID)
                .flatMap(id -> ProcStat.of(files, id).stream())
                .toList();
        Map<Long, List<ProcStat>> children = all.stream().collect(Collectors.groupingBy(ProcStat::parent));
        Deque<ProcStat> next = all.stream()
                .filter(process -> roots.contains(process.self()))
                .collect(Collectors.toCollection(ArrayDeque::new));
        Map<Incarnation, ProcStat> found = new LinkedHashMap<>();
        while (!next.isEmpty()) {
            ProcStat process = next.remove();
            if (found.putIfAbsent(process.self(), process) == null) {
                next.addAll(children.getOrDefault(process.self().id(), List.of()));
            }
        }
        return found.values();
    }
}
