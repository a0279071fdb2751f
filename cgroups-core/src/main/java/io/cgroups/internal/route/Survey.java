package io.cgroups.internal.route;

import io.cgroups.CgroupException;
import io.cgroups.CgroupFormatException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.CgroupPath;
import io.cgroups.ReapReport.Left;
import io.cgroups.ReapReport.Reason;
import io.cgroups.internal.own.Intent;
import io.cgroups.internal.own.Life;
import io.cgroups.internal.own.Mark;
import io.cgroups.internal.own.Marks;
import io.cgroups.internal.own.Notes;
import io.cgroups.internal.own.Owners;
import io.cgroups.spi.GroupDir;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Looks for groups whose owner is dead. Takes back intents of the dead for groups that never came to be. */
final class Survey {
    private final Marks marks;
    private final Owners owners;
    private final Map<Key, Orphan> orphans = new LinkedHashMap<>();
    private final List<Left> left;
    private int unfinished;

    /** The directories of one group have one name and one mark. */
    private record Key(CgroupPath path, String id) {}

    private record Place(GroupDir dir, CgroupPath path) {
        private Place child(String name) {
            return new Place(dir.child(name), path.resolve(CgroupPath.ofKernel("/" + name)));
        }
    }

    /**
     * A survey that has not begun.
     *
     * @param left takes what cannot be told
     */
    Survey(Marks marks, Owners owners, List<Left> left) {
        this.marks = marks;
        this.owners = owners;
        this.left = left;
    }

    /** What was found, the deepest first: a group goes after those below it. */
    List<Orphan> orphans() {
        Comparator<Orphan> byDepth =
                Comparator.comparingInt((Orphan orphan) -> orphan.path().parts().size());
        return orphans.values().stream().sorted(byDepth.reversed()).toList();
    }

    /** How many intents of the dead were found. */
    int unfinished() {
        return unfinished;
    }

    /** Looks at a directory and at all below it. */
    void walk(GroupDir base) {
        Deque<Place> todo = new ArrayDeque<>(List.of(new Place(base, CgroupPath.ROOT)));
        while (!todo.isEmpty()) {
            lookAndGoOn(todo.pop()).forEach(todo::push);
        }
    }

    private List<Place> lookAndGoOn(Place place) {
        try {
            look(place);
            GroupDir dir = place.dir();
            return dir.files().directories(dir.path()).stream()
                    .map(place::child)
                    .toList();
        } catch (CgroupNotFoundException e) {
            // Somebody else has just removed it.
            return List.of();
        } catch (CgroupException e) {
            leave(place, Reason.REFUSED, String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    private void look(Place place) {
        Notes notes = marks.on(place.dir());
        notes.wrongIntents()
                .forEach(wrong -> leave(place, Reason.MARK_UNREADABLE, "a group below it: " + wrong.getMessage()));
        new TreeSet<>(notes.intents().stream().map(Intent::child).toList())
                .forEach(name -> lookAtUnfinished(place, place.child(name), notes.intentsFor(name)));
        if (!notes.wrongMarks().isEmpty()) {
            CgroupFormatException wrong = notes.wrongMarks().get(0);
            leave(place, Reason.MARK_UNREADABLE, String.valueOf(wrong.getMessage()));
        } else if (!notes.marks().isEmpty()) {
            judge(place, new Orphan.Part(place.dir(), notes.marks(), List.of()), notes.marks());
        }
    }

    private void judge(Place place, Orphan.Part part, List<Mark> all) {
        switch (owners.life(all)) {
            case ALIVE -> {}
            case UNKNOWN ->
                leave(
                        place,
                        Reason.OWNER_OUT_OF_SIGHT,
                        owners.describe(all.get(0).owner()));
            case DEAD -> {
                Key key = new Key(place.path(), part.first().id());
                Orphan known = orphans.get(key);
                if (known == null) {
                    orphans.put(key, Orphan.of(place.path(), part));
                } else {
                    known.parts().add(part);
                }
            }
        }
    }

    private void lookAtUnfinished(Place above, Place child, List<Intent> intents) {
        List<Mark> all = intents.stream().map(Intent::mark).toList();
        if (owners.life(all) == Life.DEAD) {
            unfinished += intents.size();
            if (isMadeAndUnmarked(child)) {
                judge(child, new Orphan.Part(child.dir(), List.of(), intents), all);
            } else {
                intents.forEach(intent -> marks.remove(above.dir(), intent));
            }
        }
    }

    private boolean isMadeAndUnmarked(Place child) {
        try {
            Notes notes = marks.on(child.dir());
            return notes.marks().isEmpty() && notes.wrongMarks().isEmpty();
        } catch (CgroupNotFoundException e) {
            return false;
        }
    }

    private void leave(Place place, Reason reason, String detail) {
        left.add(new Left(place.path(), List.of(place.dir().path()), reason, detail));
    }
}
