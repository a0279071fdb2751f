package io.cgroups.internal.route;

import io.cgroups.CgroupException;
import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.OnClose;
import io.cgroups.internal.own.Claim;
import io.cgroups.internal.own.Intent;
import io.cgroups.internal.own.Life;
import io.cgroups.internal.own.Mark;
import io.cgroups.internal.own.Marks;
import io.cgroups.internal.own.Notes;
import io.cgroups.internal.own.Owner;
import io.cgroups.internal.own.Owners;
import io.cgroups.spi.GroupDir;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Groups that belong to this JVM: each new directory is marked, and what another owner has is refused. */
final class Owned implements Ownership {
    private final Host host;
    private final Marks marks;
    private final Owners owners;
    private final Mark mark;
    private final OnClose onClose;
    private final Deque<Claim> claims = new ArrayDeque<>();
    private boolean isMarked = true;

    Owned(Host host, Marks marks, Owners owners, Mark mark, OnClose onClose) {
        this.host = host;
        this.marks = marks;
        this.owners = owners;
        this.mark = mark;
        this.onClose = onClose;
    }

    /** Whether every directory that was asked for has the mark. */
    boolean isMarked() {
        return isMarked;
    }

    /** The group above says what is being made, until the new one says whose it is: a kill in between loses nothing. */
    @Override
    public boolean make(GroupDir dir, boolean isWanted) {
        Mark wanted = isWanted ? mark : mark.onTheWay();
        Intent intent = new Intent(wanted, name(dir));
        // Where the group above takes no attributes, such a kill leaves a group without an owner.
        Optional<GroupDir> noted = dir.parent().filter(above -> Marks.whereTaken(() -> marks.set(above, intent)));
        try {
            boolean isNew = host.files().createDirectory(dir.path());
            if (isNew) {
                mark(dir, wanted, isWanted);
            }
            return isNew;
        } finally {
            noted.ifPresent(above -> marks.remove(above, intent));
        }
    }

    private void mark(GroupDir created, Mark wanted, boolean isWanted) {
        try {
            boolean taken = Marks.whereTaken(() -> marks.set(created, wanted));
            isMarked &= taken || !isWanted;
        } catch (CgroupException e) {
            remove(created, e);
            throw e;
        }
    }

    private void remove(GroupDir created, CgroupException refusal) {
        try {
            host.files().removeDirectory(created.path());
        } catch (CgroupException e) {
            refusal.addSuppressed(e);
        }
    }

    /** The intents are read before the marks: who makes it sets the mark before it takes the intent back. */
    @Override
    public void adopt(GroupDir existing) {
        List<Intent> intents = existing.parent()
                .map(above -> marks.on(above).intentsFor(name(existing)))
                .orElse(List.of());
        Notes notes = marks.on(existing);
        notes.wrongMarks().forEach(wrong -> {
            throw wrong;
        });
        Stream.concat(notes.marks().stream(), intents.stream().map(Intent::mark))
                .map(Mark::owner)
                .filter(owner -> owners.life(owner) != Life.DEAD)
                .forEach(owner -> {
                    throw busy(existing, owner);
                });
        if (notes.marks().isEmpty() && intents.isEmpty()) {
            Strangers.refuse(host, existing, onClose);
            isMarked = false;
            return;
        }
        Optional<Claim> claim = Claim.on(marks, existing, mark, notes.marks(), intents);
        claims.push(
                claim.orElseThrow(() -> busy(existing, "somebody else has just taken it over from its dead owner")));
    }

    private CgroupIoException busy(GroupDir dir, Owner owner) {
        return busy(dir, "it is a scoped group of " + owners.describe(owner) + "; use another name");
    }

    private static CgroupIoException busy(GroupDir dir, String why) {
        return CgroupIoException.of(Failure.of("scope", dir.path(), Errno.EBUSY).withHint(why), null);
    }

    private static String name(GroupDir dir) {
        return String.valueOf(dir.path().getFileName());
    }

    @Override
    public void undo(RuntimeException refusal) {
        for (Claim claim : claims) {
            try {
                claim.giveBack();
            } catch (CgroupException e) {
                refusal.addSuppressed(e);
            }
        }
    }
}
