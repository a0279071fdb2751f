package io.cgroups.contract;

import org.junit.jupiter.api.Nested;

/**
 * What can only be shown with real processes and real threads, on every real kernel: a new part is one nested class. A part
 * about a controller is left out where the kernel lacks it; its name begins with that of the controller.
 */
public abstract class RealKernelContract {

    /** The kernel to test on. */
    protected abstract TestHost host();

    @Nested
    class Waiting extends WaitingContract {
        Waiting() {
            super(host());
        }
    }

    @Nested
    class CpuThreadGroup extends ThreadGroupContract {
        CpuThreadGroup() {
            super(host());
        }
    }

    @Nested
    class CpuThreadShare extends ThreadShareContract {
        CpuThreadShare() {
            super(host());
        }
    }

    @Nested
    class AttachAll extends AttachAllContract {
        AttachAll() {
            super(host());
        }
    }

    @Nested
    class SelfMoveOfThreads extends SelfMoveOfThreadsContract {
        SelfMoveOfThreads() {
            super(host());
        }
    }

    @Nested
    class Starting extends StartingContract {
        Starting() {
            super(host());
        }
    }

    @Nested
    class StartingRefused extends StartingRefusedContract {
        StartingRefused() {
            super(host());
        }
    }

    @Nested
    class ManyStarts extends ManyStartsContract {
        ManyStarts() {
            super(host());
        }
    }

    @Nested
    class KilledOwner extends KilledOwnerContract {
        KilledOwner() {
            super(host());
        }
    }

    @Nested
    class CpuPressureEvents extends PressureEventsContract {
        CpuPressureEvents() {
            super(host());
        }
    }

    @Nested
    class FreezerManyEvents extends ManyEventsContract {
        FreezerManyEvents() {
            super(host());
        }
    }

    @Nested
    class EventsThread extends EventsThreadContract {
        EventsThread() {
            super(host());
        }
    }
}
