package io.cgroups.internal.start;

import io.cgroups.spi.GroupEntry;
import io.cgroups.spi.KernelClock;
import java.time.Duration;

/**
 * Waits until a start has had its outcome.
 *
 * @param clock the clock to wait by
 * @param limit how long at the most, for one that is not in the group by then
 */
record ShimWait(KernelClock clock, Duration limit) {
    /** A shell takes longer, and to ask after it only takes time away from it. */
    private static final long BEFORE_ASKING = 600_000;

    private static final long LONGEST_STEP = 50_000_000;
    /** Steps grow with the time that has passed, so that many that wait do not keep the machine busy with asking. */
    private static final int STEPS_IN_THE_TIME_PASSED = 4;

    /** What has joined needs not be waited for so long as what has not. */
    private static final long MEMBER_LIMIT = 10_000_000_000L;

    /** After this time and its doubles: the group may be in the way. */
    private static final long PATIENCE = 50_000_000;

    /** The last stage it came to; still on the way when the limit passed. */
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
        long patience = PATIENCE;
        clock.sleep(Duration.ofNanos(BEFORE_ASKING));
        while (true) {
            Shim.Stage stage = shim.stage();
            if (stage != Shim.Stage.ON_THE_WAY) {
                return stage;
            }
            long now = clock.nanoTime();
            if (now - start > patience) {
                patience *= 2;
                if (entry.holds(shim.pid()) && (now - start > MEMBER_LIMIT || entry.isFrozen())) {
                    // It becomes the program when it is thawed, or gets the time to.
                    return Shim.Stage.STARTED;
                }
            }
            if (now - start > limit.toNanos()) {
                return stage;
            }
            clock.sleep(Duration.ofNanos(Math.min((now - start) / STEPS_IN_THE_TIME_PASSED, LONGEST_STEP)));
        }
    }
}
