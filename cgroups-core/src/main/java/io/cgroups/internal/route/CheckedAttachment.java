package io.cgroups.internal.route;

import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.internal.proc.Incarnation;
import io.cgroups.internal.proc.ProcStat;
import io.cgroups.spi.GroupDir;
import java.util.List;
import java.util.Optional;

/**
 * Moves a process that somebody means, and not another one that has got its id: the kernel takes ids only, so that who it
 * was is asked once more afterwards.
 */
final class CheckedAttachment {
    private final Host host;
    private final List<GroupDir> dirs;

    CheckedAttachment(Host host, List<GroupDir> dirs) {
        this.host = host;
        this.dirs = dirs;
    }

    /** The process of a handle. What the handle finds alive after the look has been there during it. */
    static Incarnation meant(Host host, ProcessHandle process) {
        return ProcStat.of(host.files(), Long.toString(process.pid()))
                .filter(now -> process.isAlive())
                .map(ProcStat::self)
                .orElseThrow(() -> gone(
                        host,
                        process.pid(),
                        "it has ended; if its id is in use, then by another process, which was not moved"));
    }

    /**
     * Moves it into all hierarchies, or into none.
     *
     * @throws io.cgroups.ProcessNotFoundException if it ended meanwhile. A stranger that was moved in its place is back;
     *     if it could not be moved back, there is a suppressed exception
     */
    void attach(Incarnation meant) {
        String id = Long.toString(meant.id());
        Optional<CgroupIoException> refusal = Optional.empty();
        try {
            Attachment.ofProcesses(host).attach(dirs, id, id);
        } catch (CgroupIoException e) {
            refusal = Optional.of(e);
        }
        Optional<ProcStat> now = ProcStat.of(host.files(), id);
        Optional<ProcStat> stranger = now.filter(found -> !found.self().equals(meant));
        if (stranger.isPresent()) {
            throw sentBack(stranger.get(), refusal);
        }
        refusal.ifPresent(e -> {
            throw e;
        });
        if (now.isEmpty()) {
            throw gone(host, meant.id(), "it ended while it was being moved");
        }
    }

    private CgroupIoException sentBack(ProcStat stranger, Optional<CgroupIoException> refusal) {
        CgroupIoException gone = gone(
                host,
                stranger.self().id(),
                "it ended while it was being moved, and its id belongs to another process by now, which was moved"
                        + " instead and is back in the groups of its parent");
        refusal.ifPresent(gone::addSuppressed);
        for (GroupDir dir : dirs) {
            try {
                sendBack(stranger, dir, refusal.isPresent());
            } catch (CgroupIoException e) {
                gone.addSuppressed(e);
            }
        }
        return gone;
    }

    /**
     * It began while the other one was being moved, so it was where its parent is. Where the move was refused it has been
     * taken to where the other one was, which is wrong, too.
     */
    private void sendBack(ProcStat stranger, GroupDir dir, boolean refused) {
        String id = Long.toString(stranger.self().id());
        boolean inside = FormerGroups.of(host, id)
                .in(dir.hierarchy())
                .filter(dir::equals)
                .isPresent();
        if (inside || refused) {
            GroupDir home = FormerGroups.of(host, Long.toString(stranger.parent()))
                    .in(dir.hierarchy())
                    .orElseThrow(() -> hidden(stranger, dir));
            home.write(host.driver(home.hierarchy()).processesFile(), id);
        }
    }

    private CgroupIoException hidden(ProcStat stranger, GroupDir dir) {
        Failure failure = Failure.of("move process " + stranger.self().id() + " back out of", dir.path(), Errno.ENOENT);
        return CgroupIoException.of(
                failure.withHint("the group of its parent is not mounted here; move it by hand"), null);
    }

    private static CgroupIoException gone(Host host, long pid, String hint) {
        Failure failure = Failure.of("attach", host.files().proc().resolve(Long.toString(pid)), Errno.ESRCH);
        return CgroupIoException.of(failure.withData(Long.toString(pid)).withHint(hint), null);
    }
}
