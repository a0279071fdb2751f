package io.cgroups.internal.fs;

import io.cgroups.CgroupNotFoundException;
import io.cgroups.internal.linux.EventCounter;
import io.cgroups.internal.linux.EventQueue;
import io.cgroups.internal.linux.EventQueue.Kind;
import io.cgroups.internal.linux.HeldFile;
import io.cgroups.spi.KernelFiles;
import io.cgroups.spi.SignalSource.Control;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A file of v1 whose events the kernel counts, until the counter is closed. */
final class HeldControl extends HeldBase {
    private final EventQueue queue;
    private final long key;
    private final Path control;
    private final String argument;
    private final EventCounter counter;

    /** What is not told yet, because it may be the removal of the group. */
    private long counted;

    HeldControl(KernelFiles files, EventQueue queue, long key, Control source) {
        super(files, source.file(), HeldFile::open);
        this.queue = queue;
        this.key = key;
        this.control = source.control();
        this.argument = source.argument();
        try {
            this.counter = EventCounter.open();
        } catch (IOException e) {
            super.close();
            throw refusal(e);
        }
    }

    @Override
    void begin() throws IOException {
        queue.add(counter.descriptor(), Kind.COUNTED, key);
        String text = (counter.descriptor() + " " + file().descriptor() + " " + argument).strip();
        try (HeldFile to = HeldFile.openToWrite(control)) {
            to.write(text);
        } catch (IOException e) {
            throw EventRefusals.ofControl(Refusals.refusal(files(), "write", control, Optional.of(text), e));
        }
    }

    /** The kernel also counts the removal of the group, a moment later. */
    @Override
    public long told() {
        counted += counter.take();
        try {
            check();
            return take(counted);
        } catch (CgroupNotFoundException e) {
            return take(counted - 1);
        }
    }

    private long take(long times) {
        if (times > 0) {
            counted -= times;
        }
        return times;
    }

    @Override
    public long look() {
        long times = told();
        if (times <= 0) {
            check();
        }
        return times;
    }

    @Override
    public void close() {
        queue.remove(counter.descriptor());
        counter.close();
        super.close();
    }
}
