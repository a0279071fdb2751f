package io.cgroups.internal.fs;

import io.cgroups.CgroupException;
import io.cgroups.CgroupIoException;
import io.cgroups.internal.event.Held;
import io.cgroups.internal.linux.HeldFile;
import io.cgroups.spi.KernelFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** A source whose file is held open by a descriptor. */
abstract class HeldBase implements Held {
    /** How long the removal of a group, which the kernel does not always tell of, may be overlooked. */
    private static final Duration OVERLOOKED = Duration.ofMillis(250);

    private final KernelFiles files;
    private final Path path;
    private final GoneFile gone;
    private final HeldFile file;

    /** Opens a file. */
    interface Opening {
        HeldFile open(Path path) throws IOException;
    }

    HeldBase(KernelFiles files, Path path, Opening opening) {
        this.files = files;
        this.path = path;
        this.gone = new GoneFile(path);
        try {
            this.file = opening.open(path);
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    /** Begins to wait; on failure everything is closed by the caller. */
    abstract void begin() throws IOException;

    KernelFiles files() {
        return files;
    }

    HeldFile file() {
        return file;
    }

    Path path() {
        return path;
    }

    CgroupIoException refusal(IOException e) {
        return Refusals.refusal(files, "read", path, Optional.empty(), e);
    }

    @Override
    public String read() {
        try {
            return file.read();
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    /** Throws when the group is gone. */
    void check() {
        try {
            file.check();
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    @Override
    public Duration interval() {
        return OVERLOOKED;
    }

    @Override
    public long look() {
        check();
        return 0;
    }

    @Override
    public long told() {
        check();
        return 1;
    }

    @Override
    public Optional<CgroupException> meaning(CgroupException failure) {
        return gone.meaning(failure);
    }

    @Override
    public void close() {
        file.close();
    }
}
