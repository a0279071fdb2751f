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

    /** The kernel also counts the removal of the group. */
    @Override
    public long told() {
        long times = counter.take();
        try {
            check();
            return times;
        } catch (CgroupNotFoundException e) {
            if (times > 1) {
                return times - 1;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        queue.remove(counter.descriptor());
        counter.close();
        super.close();
    }
}
