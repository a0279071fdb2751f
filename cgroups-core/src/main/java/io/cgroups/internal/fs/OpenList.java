package io.cgroups.internal.fs;

import io.cgroups.spi.KernelFiles;
import io.cgroups.spi.KernelWatch;
import java.nio.file.Path;
import java.time.Duration;

/** A list of members that stays open to know the group by, and is read by opening it once more. */
final class OpenList implements KernelWatch {
    private final KernelFiles files;
    private final Path file;
    private final KernelWatch held;

    OpenList(KernelFiles files, Path file) {
        this.files = files;
        this.file = file;
        this.held = files.watch(file);
    }

    /** A group that is there after the file was opened by its path is the one that the path led to. */
    @Override
    public String read() {
        String text = files.read(file);
        held.read();
        return text;
    }

    @Override
    public boolean awaitChange(Duration limit) throws InterruptedException {
        return held.awaitChange(limit);
    }

    @Override
    public void close() {
        held.close();
    }
}
