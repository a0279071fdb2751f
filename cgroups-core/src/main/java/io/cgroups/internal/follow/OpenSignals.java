package io.cgroups.internal.follow;

import io.cgroups.spi.Signal;
import java.util.ArrayList;
import java.util.List;

/** The signals of one subscription, which are closed together; one that comes too late is closed at once. */
final class OpenSignals {
    private final List<Signal> signals = new ArrayList<>();
    private boolean isClosed;

    /** Returns false when it came too late. */
    boolean add(Signal signal) {
        synchronized (signals) {
            if (!isClosed) {
                signals.add(signal);
                return true;
            }
        }
        signal.close();
        return false;
    }

    /** Closes one of them before the others. */
    void remove(Signal signal) {
        synchronized (signals) {
            signals.remove(signal);
        }
        signal.close();
    }

    /**
     * Closes all, and waits until none of them is telling something: whoever comes second waits as well.
     *
     * @return true the first time
     */
    boolean close() {
        boolean isFirst;
        List<Signal> all;
        synchronized (signals) {
            isFirst = !isClosed;
            isClosed = true;
            all = List.copyOf(signals);
        }
        // Not under the lock, which a listener that is waited for may want.
        all.forEach(Signal::close);
        return isFirst;
    }

    boolean areOpen() {
        synchronized (signals) {
            return !isClosed;
        }
    }
}
