package io.cgroups.internal.fs;

import io.cgroups.CgroupException;
import io.cgroups.internal.linux.EventQueue;
import io.cgroups.internal.linux.EventQueue.Kind;
import io.cgroups.internal.linux.HeldFile;
import io.cgroups.spi.KernelFiles;
import io.cgroups.spi.SignalSource.Trigger;
import java.io.IOException;
import java.util.Optional;

/** A file of pressure with a trigger, which lives as long as the descriptor it was written through. */
final class HeldTrigger extends HeldBase {
    /** How often the kernel looks for those that it does not look for at once. */
    private static final long SLOW_MICROS = 2_000_000;

    private final EventQueue queue;
    private final long key;
    private final String trigger;

    HeldTrigger(KernelFiles files, EventQueue queue, long key, Trigger source) {
        super(files, source.file(), path -> {
            try {
                return HeldFile.openBoth(path);
            } catch (IOException e) {
                throw explained(files, source, e);
            }
        });
        this.queue = queue;
        this.key = key;
        this.trigger = source.trigger();
    }

    @Override
    void begin() throws IOException {
        try {
            file().write(prompt(trigger));
        } catch (IOException e) {
            throw explained(files(), new Trigger(path(), trigger), e);
        }
        queue.add(file().descriptor(), Kind.CHANGED, key);
    }

    /**
     * Windows of this length the kernel takes from everybody, but tells of them only every two seconds. One that is a
     * microsecond shorter it takes from those alone whom it tells promptly; the others look for themselves.
     */
    static String prompt(String trigger) {
        int last = trigger.stripTrailing().lastIndexOf(' ') + 1;
        String window = trigger.substring(last).strip();
        boolean isSlow = window.matches("\\d{7,9}") && Long.parseLong(window) % SLOW_MICROS == 0;
        return isSlow ? trigger.substring(0, last) + (Long.parseLong(window) - 1) : trigger;
    }

    private static CgroupException explained(KernelFiles files, Trigger source, IOException e) {
        return EventRefusals.ofTrigger(
                files, Refusals.refusal(files, "write", source.file(), Optional.of(source.trigger()), e));
    }

    @Override
    public void close() {
        queue.remove(file().descriptor());
        super.close();
    }
}
