package io.cgroups.contract;

import io.cgroups.spi.ForwardingKernelFiles;
import io.cgroups.spi.KernelClock;
import io.cgroups.spi.KernelFiles;
import java.time.Duration;

/** A kernel whose clock stands still, as no machine does that has other things to do. */
final class StillFiles extends ForwardingKernelFiles {
    private final KernelClock clock;

    StillFiles(KernelFiles files) {
        super(files);
        this.clock = new KernelClock() {
            @Override
            public long nanoTime() {
                return 0;
            }

            @Override
            public void sleep(Duration time) {
                files.clock().sleep(time);
            }
        };
    }

    @Override
    public KernelClock clock() {
        return clock;
    }
}
