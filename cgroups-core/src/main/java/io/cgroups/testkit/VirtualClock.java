package io.cgroups.testkit;

import io.cgroups.spi.KernelClock;
import java.time.Duration;

/** A clock that only moves when somebody waits, and then at once. */
record VirtualClock(InMemoryKernel kernel) implements KernelClock {

    @Override
    public long nanoTime() {
        return kernel.nanoTime();
    }

    @Override
    public void sleep(Duration time) {
        kernel.advance(time);
    }
}
