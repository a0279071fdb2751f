package io.cgroups.internal.route;

import io.cgroups.CgroupException;
import io.cgroups.CgroupTimeoutException;
import io.cgroups.Failure;
import io.cgroups.ProcessNotFoundException;
import io.cgroups.internal.proc.Incarnation;
import io.cgroups.internal.proc.ProcStat;
import io.cgroups.internal.proc.ProcessTree;
import io.cgroups.spi.GroupDir;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Moves a process and its descendants into a group, or none of them. Parents go first, so that what they fork from then on
 * is born inside; it ends when a look at all processes shows no new one outside.
 */
final class TreeAttachment {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Host host;
    private final List<GroupDir> dirs;
    private final Set<Incarnation> known = new LinkedHashSet<>();
    /** Where each process, by its id, goes back to. */
    private final Map<Long, List<GroupDir>> homes = new HashMap<>();

    TreeAttachment(Host host, List<GroupDir> dirs) {
        this.host = host;
        this.dirs = List.copyOf(dirs);
    }

    void attach(ProcessHandle process) {
        Incarnation root = CheckedAttachment.meant(host, process);
        ProcessTree.of(host.files(), Set.of(root)).forEach(each -> know(each.self(), placeOf(each.self())));
        try {
            new CheckedAttachment(host, dirs).attach(root);
            known.forEach(each -> move(each, dirs));
            untilNoneIsLeft(this::moveNew);
        } catch (CgroupException e) {
            takeBack(e);
            throw e;
        }
    }

    private void know(Incarnation process, List<GroupDir> home) {
        known.add(process);
        homes.put(process.id(), home);
    }

    /** The groups a process is in, in the hierarchies of this group; none when it has ended. */
    private List<GroupDir> placeOf(Incarnation process) {
        FormerGroups groups = FormerGroups.ofLiving(host, Long.toString(process.id()));
        return dirs.stream().flatMap(dir -> groups.in(dir.hierarchy()).stream()).toList();
    }

    private void untilNoneIsLeft(BooleanSupplier round) {
        if (!host.files().clock().await(() -> !round.getAsBoolean(), LIMIT)) {
            Failure failure = Failure.of("move all descendants", "new ones came all the time");
            throw new CgroupTimeoutException(failure.at(dirs.get(0).path()), LIMIT);
        }
    }

    /** Says whether there were any outside that still live. Those that are inside were born there, since their parents had been moved. */
    private boolean moveNew() {
        boolean any = false;
        for (ProcStat each : unknown()) {
            List<GroupDir> place = placeOf(each.self());
            boolean inside = place.equals(dirs);
            know(each.self(), inside ? homeOfParent(each) : place);
            any |= !inside && move(each.self(), dirs);
        }
        return any;
    }

    private List<ProcStat> unknown() {
        return ProcessTree.of(host.files(), known).stream()
                .filter(each -> !known.contains(each.self()))
                .toList();
    }

    private List<GroupDir> homeOfParent(ProcStat process) {
        return homes.getOrDefault(process.parent(), dirs);
    }

    /** Says whether it lived to be moved. */
    private boolean move(Incarnation process, List<GroupDir> to) {
        try {
            new CheckedAttachment(host, to).attach(process);
            return true;
        } catch (ProcessNotFoundException e) {
            // That it ended is no matter; that a stranger could not be moved back is.
            if (e.getSuppressed().length > 0) {
                throw e;
            }
            return false;
        }
    }

    private void takeBack(CgroupException refusal) {
        known.forEach(each -> moveHome(each, refusal));
        try {
            untilNoneIsLeft(() -> moveNewHome(refusal));
        } catch (CgroupException e) {
            refusal.addSuppressed(e);
        }
    }

    private boolean moveNewHome(CgroupException refusal) {
        boolean any = false;
        for (ProcStat each : unknown()) {
            know(each.self(), homeOfParent(each));
            any |= moveHome(each.self(), refusal);
        }
        return any;
    }

    /** Says whether it was inside and came home. */
    private boolean moveHome(Incarnation process, CgroupException refusal) {
        List<GroupDir> home = homes.getOrDefault(process.id(), dirs);
        if (home.equals(dirs) || placeOf(process).stream().noneMatch(dirs::contains)) {
            return false;
        }
        try {
            return move(process, home);
        } catch (CgroupException e) {
            refusal.addSuppressed(e);
            return false;
        }
    }
}
