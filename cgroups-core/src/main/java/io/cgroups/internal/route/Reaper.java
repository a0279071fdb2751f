package io.cgroups.internal.route;

import io.cgroups.Cgroup;
import io.cgroups.CgroupBusyException;
import io.cgroups.CgroupException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.CgroupPath;
import io.cgroups.OnClose;
import io.cgroups.ReapReport;
import io.cgroups.ReapReport.Left;
import io.cgroups.ReapReport.Reason;
import io.cgroups.ReapReport.Removed;
import io.cgroups.internal.own.Claim;
import io.cgroups.internal.own.Mark;
import io.cgroups.internal.own.Marks;
import io.cgroups.internal.own.Owner;
import io.cgroups.internal.own.Owners;
import io.cgroups.spi.Deadline;
import io.cgroups.spi.GroupDir;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Removes scoped groups whose owner is dead; see {@link io.cgroups.Cgroups#reapOrphans}. */
public final class Reaper {
    private final Host host;
    private final Marks marks;
    private final Owners owners;
    private final Owner self;
    private final Obstacles obstacles;
    private final List<Removed> removed = new ArrayList<>();
    private final List<Left> left = new ArrayList<>();

    private Reaper(Host host, Marks marks, Owners owners, Owner self) {
        this.host = host;
        this.marks = marks;
        this.owners = owners;
        this.self = self;
        this.obstacles = new Obstacles(marks, owners, host);
    }

    /** Removes what it finds. */
    public static ReapReport reap(Host host) {
        Owners owners = new Owners(host.files());
        Optional<Marks> marks = Marks.of(host.files());
        if (marks.isEmpty() || owners.self().isEmpty()) {
            return unsupported("neither attributes of groups nor the processes of /proc can be told apart here");
        }
        return new Reaper(host, marks.get(), owners, owners.self().get()).reap();
    }

    private static ReapReport unsupported(String why) {
        return new ReapReport(List.of(), List.of(new Left(CgroupPath.ROOT, List.of(), Reason.UNSUPPORTED, why)), 0);
    }

    private ReapReport reap() {
        List<GroupDir> bases = host.layout().hierarchies().stream()
                .filter(host::hasDriver)
                .map(host::base)
                .filter(base -> host.files().exists(base.path()))
                .toList();
        if (bases.stream().anyMatch(base -> !marks.areTakenBy(base))) {
            return unsupported("this kernel keeps no attributes of groups; Linux 5.7 and later do");
        }
        Survey survey = new Survey(marks, owners, left);
        bases.forEach(survey::walk);
        survey.orphans().forEach(this::end);
        return new ReapReport(removed, left, survey.unfinished());
    }

    private void end(Orphan orphan) {
        try {
            if (!isLeft(orphan)) {
                claimAndRemove(orphan);
            }
        } catch (CgroupException | IllegalStateException e) {
            left.add(left(orphan, e instanceof CgroupBusyException ? Reason.NOT_EMPTY : Reason.REFUSED, words(e)));
        }
    }

    /** What could not be given back is told as well. */
    private static String words(RuntimeException e) {
        return Stream.concat(Stream.of(e), Stream.of(e.getSuppressed()))
                .map(Throwable::getMessage)
                .collect(Collectors.joining("; "));
    }

    private boolean isLeft(Orphan orphan) {
        Optional<Left> obstacle = obstacles.of(orphan).map(found -> left(orphan, found.reason(), found.detail()));
        obstacle.ifPresent(left::add);
        return obstacle.isPresent();
    }

    private static Left left(Orphan orphan, Reason reason, String detail) {
        List<Path> directories = orphan.dirs().stream().map(GroupDir::path).toList();
        return new Left(orphan.path(), directories, reason, detail);
    }

    /** Takes every directory that nobody else was faster with, looks again, and removes them. */
    private void claimAndRemove(Orphan orphan) {
        Mark mine = Mark.of(self, orphan.onClose());
        List<Orphan.Part> taken = new ArrayList<>();
        Deque<Claim> claims = new ArrayDeque<>();
        try {
            for (Orphan.Part part : orphan.parts()) {
                claim(part, mine).ifPresent(claim -> {
                    claims.push(claim);
                    taken.add(part);
                });
            }
            Orphan mineNow = new Orphan(orphan.path(), orphan.first(), taken);
            if (taken.isEmpty()) {
                return;
            }
            if (isLeft(mineNow)) {
                claims.forEach(Claim::giveBack);
                return;
            }
            remove(mineNow);
        } catch (CgroupException | IllegalStateException e) {
            claims.forEach(claim -> giveBack(claim, e));
            throw e;
        }
    }

    private Optional<Claim> claim(Orphan.Part part, Mark mine) {
        try {
            return Claim.on(marks, part.dir(), mine, part.marks(), part.intents());
        } catch (CgroupNotFoundException e) {
            // Somebody else has removed it meanwhile.
            return Optional.empty();
        }
    }

    private static void giveBack(Claim claim, RuntimeException refusal) {
        try {
            claim.giveBack();
        } catch (CgroupException e) {
            refusal.addSuppressed(e);
        }
    }

    private void remove(Orphan orphan) {
        List<GroupDir> dirs = orphan.dirs();
        Optional<OnClose> onClose = orphan.onClose();
        if (onClose.isPresent()) {
            empty(dirs, onClose.get());
            new Deletion(host, dirs).delete(in(Cgroup.DELETE_LIMIT));
        } else {
            // Without what may be below: the kernel refuses where there is something.
            dirs.forEach(this::removeAlone);
        }
        removed.add(new Removed(
                orphan.path(),
                dirs.stream().map(GroupDir::path).toList(),
                orphan.first().owner().pid()));
    }

    private void empty(List<GroupDir> dirs, OnClose onClose) {
        switch (onClose) {
            case KILL -> new Killing(host, dirs).kill(in(Cgroup.KILL_LIMIT));
            case MOVE_TO_PARENT -> {
                Deadline deadline = Relocation.deadline(host);
                dirs.forEach(dir -> dir.parent().ifPresent(above -> Relocation.move(host, dir, above, deadline)));
            }
            case FAIL_IF_BUSY -> {}
        }
    }

    private Deadline in(Duration limit) {
        return Deadline.in(host.files().clock(), limit);
    }

    private void removeAlone(GroupDir dir) {
        try {
            host.files().removeDirectory(dir.path());
        } catch (CgroupNotFoundException e) {
            // Somebody else was faster; the outcome is the one that was asked for.
            return;
        }
    }
}
