package io.cgroups.internal.start;

import io.cgroups.spi.GroupEntry;
import io.cgroups.spi.KernelClock;
import java.time.Duration;

/**
 * Waits until a start has had its outcome.
 *
 * @param clock the clock to wait by
 * @param limit how long at the most
 */
record ShimWait(KernelClock clock, Duration limit) {
    /** A shell is never faster, and asking it would only take time away from it. */
    private static final long BEFORE_ASKING = 300_000;

    private static final long FIRST_STEP = 50_000;

    private static final long LAST_STEP = 5_000_000;
    /** Where the quick answer did not come, the group may be in the way. */
    private static final long PATIENCE = 50_000_000;

    /** The last stage it came to; still on the way when the limit passed and it was not in the group. */
    Shim.Stage outcome(Shim shim, GroupEntry entry) {
        try {
            return await(shim, entry);
        } catch (RuntimeException e) {
            shim.end(clock);
            throw e;
        }
    }

    private Shim.Stage await(Shim shim, GroupEntry entry) {
        long start = clock.nanoTime();
        long asked = start;
        long step = FIRST_STEP;
        clock.sleep(Duration.ofNanos(BEFORE_ASKING));
        while (true) {
            Shim.Stage stage = shim.stage();
            if (stage != Shim.Stage.ON_THE_WAY) {
                return stage;
            }
            long now = clock.nanoTime();
            if (now - start > limit.toNanos()) {
                return entry.holds(shim.pid()) ? Shim.Stage.STARTED : stage;
            }
            if (now - asked > PATIENCE) {
                asked = now;
                if (entry.holds(shim.pid()) && entry.isFrozen()) {
                    // It becomes the program when it is thawed.
                    return Shim.Stage.STARTED;
                }
            }
            clock.sleep(Duration.ofNanos(step));
            step = Math.min(step + step / 4, LAST_STEP);
        }
    }
}
