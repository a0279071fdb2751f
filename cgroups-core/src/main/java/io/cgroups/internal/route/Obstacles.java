package io.cgroups.internal.route;

import io.cgroups.CgroupNotFoundException;
import io.cgroups.OnClose;
import io.cgroups.ReapReport.Reason;
import io.cgroups.internal.own.Intent;
import io.cgroups.internal.own.Life;
import io.cgroups.internal.own.Mark;
import io.cgroups.internal.own.Marks;
import io.cgroups.internal.own.Notes;
import io.cgroups.internal.own.Owner;
import io.cgroups.internal.own.Owners;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.Members;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why an orphan has to stay.
 *
 * @param marks the marks of the kernel
 * @param owners who lives
 * @param host whose groups they are
 */
record Obstacles(Marks marks, Owners owners, Host host) {

    /** One reason. */
    record Obstacle(Reason reason, String detail) {}

    /** The first reason, empty when it may be removed. */
    Optional<Obstacle> of(Orphan orphan) {
        return orphan.dirs().stream()
                .flatMap(dir -> ownedBelow(dir).stream())
                .findFirst()
                .or(() -> orphan.onClose().isEmpty() ? groupsBelow(orphan.dirs()) : Optional.empty())
                .or(() -> members(orphan));
    }

    private Optional<Obstacle> ownedBelow(GroupDir top) {
        Deque<GroupDir> todo = new ArrayDeque<>(List.of(top));
        while (!todo.isEmpty()) {
            GroupDir dir = todo.pop();
            Optional<Obstacle> found = owned(dir, dir.equals(top));
            if (found.isPresent()) {
                return found;
            }
            children(dir).forEach(todo::push);
        }
        return Optional.empty();
    }

    /** Of the orphan itself it is known whose it is; but somebody may be making a group in it. */
    private Optional<Obstacle> owned(GroupDir dir, boolean isTop) {
        try {
            Notes notes = marks.on(dir);
            return notes.intents().stream()
                    .map(Intent::mark)
                    .flatMap(mark -> owned(dir, mark))
                    .findFirst()
                    .or(() -> isTop ? Optional.empty() : owned(dir, notes));
        } catch (CgroupNotFoundException e) {
            // It is gone, and in nobody's way.
            return Optional.empty();
        }
    }

    private Optional<Obstacle> owned(GroupDir dir, Notes notes) {
        return Stream.concat(
                        notes.wrongMarks().stream()
                                .map(wrong -> new Obstacle(Reason.OWNED_BELOW, String.valueOf(wrong.getMessage()))),
                        notes.marks().stream().flatMap(mark -> owned(dir, mark)))
                .findFirst();
    }

    private Stream<Obstacle> owned(GroupDir dir, Mark mark) {
        Owner owner = mark.owner();
        return owners.life(owner) == Life.DEAD
                ? Stream.empty()
                : Stream.of(new Obstacle(Reason.OWNED_BELOW, dir + " is of " + owners.describe(owner)));
    }

    private static Optional<Obstacle> groupsBelow(List<GroupDir> dirs) {
        return dirs.stream()
                .flatMap(dir -> children(dir).stream())
                .findFirst()
                .map(child -> new Obstacle(Reason.NOT_EMPTY, "there is a group below it, " + child));
    }

    private static List<GroupDir> children(GroupDir dir) {
        try {
            return dir.children();
        } catch (CgroupNotFoundException e) {
            // What is gone has none.
            return List.of();
        }
    }

    private Optional<Obstacle> members(Orphan orphan) {
        Members inTheWay = membersInTheWay(orphan);
        return inTheWay.isEmpty()
                ? Optional.empty()
                : Optional.of(new Obstacle(Reason.NOT_EMPTY, "it has members " + inTheWay));
    }

    private Members membersInTheWay(Orphan orphan) {
        Optional<OnClose> onClose = orphan.onClose();
        if (onClose.isEmpty() || onClose.get() == OnClose.FAIL_IF_BUSY) {
            return Occupants.members(host, orphan.dirs());
        }
        return onClose.get() == OnClose.KILL ? Members.none() : Occupants.members(host, below(orphan.dirs()));
    }

    /** Closing moves those of the group itself. */
    private static List<GroupDir> below(List<GroupDir> dirs) {
        return dirs.stream().flatMap(dir -> children(dir).stream()).toList();
    }
}
