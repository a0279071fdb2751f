package io.cgroups.internal.fs;

import io.cgroups.CgroupIoException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.spi.KernelFiles;
import io.cgroups.spi.KernelWatch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The open files of one directory, which tell whether it is still the same: each belongs to the directory that it was opened
 * in, not to one that was made anew under its name. Not safe for use by several threads.
 */
final class SnapshotDirectory {
    private final KernelFiles files;
    private final List<KernelWatch> open = new ArrayList<>();
    private Optional<CgroupIoException> gone = Optional.empty();

    SnapshotDirectory(KernelFiles files) {
        this.files = files;
    }

    /** Opens one more file; empty when no more may be held. */
    Optional<KernelWatch> hold(Path file) {
        Optional<KernelWatch> held = files.hold(file);
        try {
            // One from before that can still be read, now that this one is open, says that both are in the same
            // directory.
            held.ifPresent(one -> requireSame(file));
        } catch (CgroupIoException e) {
            held.ifPresent(KernelWatch::close);
            throw e;
        }
        held.ifPresent(open::add);
        return held;
    }

    /** Lets go of a file that cannot be read any more: the kernel took it away, or the whole directory. */
    void lose(Path file, KernelWatch lost) {
        open.remove(lost);
        lost.close();
        if (open.isEmpty()) {
            noteGone(file);
        } else {
            requireSame(file);
        }
    }

    private void requireSame(Path file) {
        if (!open.isEmpty() && open.stream().noneMatch(SnapshotDirectory::isReadable)) {
            noteGone(file);
        }
    }

    private static boolean isReadable(KernelWatch file) {
        try {
            file.read();
            return true;
        } catch (CgroupNotFoundException e) {
            return false;
        } catch (CgroupIoException e) {
            // Somebody refuses, so somebody is there.
            return true;
        }
    }

    private void noteGone(Path file) {
        CgroupIoException refusal = CgroupIoException.of(
                Failure.of("read", file, Errno.ENODEV).withHint("the group is gone; somebody removed it"), null);
        gone = Optional.of(refusal);
        throw refusal;
    }

    boolean hasOpenFiles() {
        return !open.isEmpty();
    }

    boolean isGone() {
        return gone.isPresent();
    }

    /** Throws once it is gone, also when there is another of its name. */
    void requireThere() {
        if (gone.isPresent()) {
            throw gone.get();
        }
    }

    void close() {
        open.forEach(KernelWatch::close);
        open.clear();
    }
}
