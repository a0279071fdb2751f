package io.cgroups.internal.route;

import io.cgroups.CgroupPath;
import io.cgroups.OnClose;
import io.cgroups.internal.own.Intent;
import io.cgroups.internal.own.Mark;
import io.cgroups.spi.GroupDir;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A group whose owner is dead: its directories in all hierarchies, with what the owner has noted on them.
 *
 * @param path the name, relative to the base
 * @param first the first mark that was found
 * @param parts the directories
 */
record Orphan(CgroupPath path, Mark first, List<Part> parts) {

    /**
     * One directory.
     *
     * @param dir the directory
     * @param marks the marks on it, all of dead owners; several when who took it over died, too
     * @param intents when there is no mark: those on the directory above, all of dead owners
     */
    record Part(GroupDir dir, List<Mark> marks, List<Intent> intents) {
        Mark first() {
            return marks.isEmpty() ? intents.get(0).mark() : marks.get(0);
        }

        private Stream<Optional<OnClose>> wishes() {
            // Nobody has seen a group that was never finished: what it has is not its owner's.
            return marks.isEmpty()
                    ? Stream.of(Optional.empty())
                    : marks.stream().map(Mark::onClose);
        }
    }

    static Orphan of(CgroupPath path, Part part) {
        return new Orphan(path, part.first(), new ArrayList<>(List.of(part)));
    }

    List<GroupDir> dirs() {
        return parts.stream().map(Part::dir).toList();
    }

    /** What is done with members; empty when it may only go when nothing at all is in it. Owners that disagree have no say. */
    Optional<OnClose> onClose() {
        List<Optional<OnClose>> wishes =
                parts.stream().flatMap(Part::wishes).distinct().toList();
        return wishes.size() == 1 ? wishes.get(0) : Optional.empty();
    }
}
