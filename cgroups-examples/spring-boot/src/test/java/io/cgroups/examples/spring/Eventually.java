package io.cgroups.examples.spring;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Looks again and again, until something is as it should be. */
final class Eventually {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private Eventually() {}

    /** Where the answer comes from. */
    @FunctionalInterface
    interface Look<T> {
        T look() throws IOException;
    }

    /** Gives the first answer that is as it should be; fails with the last one when there is none in time. */
    static <T> T until(Duration limit, Look<T> look, Predicate<T> good) throws IOException {
        long begin = System.nanoTime();
        while (true) {
            T answer = look.look();
            if (good.test(answer)) {
                return answer;
            }
            if (System.nanoTime() - begin > limit.toNanos()) {
                throw new AssertionError("after " + limit + " still " + answer);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
