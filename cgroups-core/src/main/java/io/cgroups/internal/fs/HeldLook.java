package io.cgroups.internal.fs;

import io.cgroups.internal.linux.HeldFile;
import io.cgroups.spi.KernelFiles;
import io.cgroups.spi.SignalSource.Look;
import java.time.Duration;

/** A file that is looked at from time to time. */
final class HeldLook extends HeldBase {
    private final Duration interval;
    private final boolean isList;
    private volatile boolean wasRead;

    HeldLook(KernelFiles files, Look source) {
        super(files, source.file(), HeldFile::open);
        this.interval = source.interval();
        this.isList = JudgedFiles.isList(source.file());
    }

    @Override
    void begin() {
        check();
    }

    /** A group that is there after the file was opened by its path is the one that the path led to. */
    @Override
    public String read() {
        wasRead = true;
        if (!isList) {
            return super.read();
        }
        String text = files().read(path());
        check();
        return text;
    }

    @Override
    public Duration interval() {
        return interval;
    }

    /** A listener that reads notices by itself that the group is gone. */
    @Override
    public long look() {
        if (!wasRead) {
            check();
        }
        wasRead = false;
        return 1;
    }
}
