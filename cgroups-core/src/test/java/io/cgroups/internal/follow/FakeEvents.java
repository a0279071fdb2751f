package io.cgroups.internal.follow;

import io.cgroups.CgroupException;
import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.spi.KernelEvents;
import io.cgroups.spi.Signal;
import io.cgroups.spi.SignalSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Signals that a test fires itself, all of them of one file with the text that the test says. */
final class FakeEvents implements KernelEvents {
    private static final Path FILE = Path.of("/file");

    private final List<FakeSignal> signals = new ArrayList<>();
    private Predicate<SignalSource> refused = source -> false;
    private Runnable meanwhile = () -> {};
    private String text = "0";

    static CgroupIoException refusal(Errno errno) {
        return CgroupIoException.of(Failure.of("wait", FILE, errno).withData("text"), null);
    }

    /** Refuses to wait for such sources from now on. */
    void refuse(Predicate<SignalSource> sources) {
        refused = sources;
    }

    /** What happens between the opening of a signal and the first reading. */
    void meanwhile(Runnable action) {
        meanwhile = action;
    }

    void say(String newText) {
        text = newText;
    }

    @Override
    public Signal on(SignalSource source, Signal.Listener listener) {
        if (refused.test(source)) {
            throw refusal(Errno.EINVAL);
        }
        FakeSignal signal = new FakeSignal(source, listener);
        signals.add(signal);
        meanwhile.run();
        return signal;
    }

    /** Those that are waited for. */
    List<FakeSignal> open() {
        return signals.stream().filter(signal -> signal.isOpen).toList();
    }

    /** The one for a kind of source that is waited for. */
    FakeSignal open(Class<? extends SignalSource> type) {
        return open().stream()
                .filter(signal -> type.isInstance(signal.source))
                .findFirst()
                .orElseThrow();
    }

    /** One signal. */
    final class FakeSignal implements Signal {
        private final SignalSource source;
        private final Listener listener;
        private boolean isOpen = true;

        private FakeSignal(SignalSource source, Listener listener) {
            this.source = source;
            this.listener = listener;
        }

        /** Fires, and ends where the listener says so, as the port promises. */
        void fire(long times) {
            try {
                listener.fired(this, times);
            } catch (CgroupException e) {
                end(e);
            }
        }

        void end(CgroupException why) {
            isOpen = false;
            listener.ended(why);
        }

        @Override
        public String read() {
            if (!isOpen) {
                throw new IllegalStateException("closed");
            }
            if (text.isEmpty()) {
                throw refusal(Errno.ENODEV);
            }
            return text;
        }

        @Override
        public void close() {
            isOpen = false;
        }
    }
}
