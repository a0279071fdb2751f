package io.cgroups.internal.fs;

import io.cgroups.internal.linux.EventQueue;
import io.cgroups.internal.linux.EventQueue.Kind;
import io.cgroups.internal.linux.HeldFile;
import io.cgroups.spi.KernelFiles;
import io.cgroups.spi.SignalSource.Change;
import java.io.IOException;

/** A file that the kernel calls changed until it is read, and for ever when its group is gone. */
final class HeldChange extends HeldBase {
    private final EventQueue queue;
    private final long key;

    HeldChange(KernelFiles files, EventQueue queue, long key, Change source) {
        super(files, source.file(), HeldFile::open);
        this.queue = queue;
        this.key = key;
    }

    /** A file that nobody has read yet counts as changed. */
    @Override
    void begin() throws IOException {
        check();
        queue.add(file().descriptor(), Kind.CHANGED, key);
    }

    /** Nobody is woken by the removal of a group; but who asks is told, by the queue. */
    @Override
    public long look() {
        try {
            queue.lookAgain(file().descriptor(), Kind.CHANGED, key);
            return 0;
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    @Override
    public void close() {
        queue.remove(file().descriptor());
        super.close();
    }
}
