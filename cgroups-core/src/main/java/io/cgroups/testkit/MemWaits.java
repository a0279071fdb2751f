package io.cgroups.testkit;

import io.cgroups.internal.event.Held;
import io.cgroups.internal.event.Waits;
import io.cgroups.spi.SignalSource;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Where the thread waits that tells of the events of an in-memory kernel. Whoever changes that looks at once what is an event,
 * so none is missed; the kernel's lock guards everything.
 */
final class MemWaits implements Waits {
    private final InMemoryKernel kernel;
    private final Map<Long, MemHeld> held = new LinkedHashMap<>();
    private boolean isWoken;

    MemWaits(InMemoryKernel kernel) {
        this.kernel = kernel;
        synchronized (kernel) {
            kernel.waiting().add(this);
        }
    }

    @Override
    public Held open(SignalSource source, long key) {
        synchronized (kernel) {
            MemHeld opened = new MemHeld(kernel, source, () -> held.remove(key));
            held.put(key, opened);
            return opened;
        }
    }

    /** Looks what the last change brought; called under the lock. */
    void look() {
        held.values().forEach(MemHeld::note);
    }

    @Override
    public void await(Duration limit, LongConsumer told) {
        long end = System.nanoTime() + limit.toNanos();
        List<Long> fired;
        synchronized (kernel) {
            for (long left = limit.toNanos();
                    left > 0 && !isWoken && fired().isEmpty();
                    left = end - System.nanoTime()) {
                try {
                    kernel.wait(left / 1_000_000, (int) (left % 1_000_000));
                } catch (InterruptedException e) {
                    // A listener did that to the thread, which is nobody else's; it wakes up as by a call.
                    isWoken = true;
                }
            }
            isWoken = false;
            fired = fired();
        }
        // Listeners are called without the lock.
        fired.forEach(told::accept);
    }

    private List<Long> fired() {
        return held.entrySet().stream()
                .filter(entry -> entry.getValue().hasFired())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public void wake() {
        synchronized (kernel) {
            isWoken = true;
            kernel.notifyAll();
        }
    }

    @Override
    public void close() {
        synchronized (kernel) {
            kernel.waiting().remove(this);
        }
    }
}
