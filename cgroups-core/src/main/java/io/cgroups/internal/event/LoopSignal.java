package io.cgroups.internal.event;

import io.cgroups.CgroupException;
import io.cgroups.CgroupIoException;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.spi.Signal;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A signal of a loop. Its monitor is held while the listener is called, so that closing waits for that. */
final class LoopSignal implements Signal {
    private final Held held;
    private final Listener listener;
    private final Consumer<LoopSignal> forget;
    private boolean isClosed;
    private volatile @Nullable CgroupException end;

    /**
     * Makes a signal.
     *
     * @param held what is waited for
     * @param listener who is told
     * @param forget is called once, when nothing is to be told any more
     */
    LoopSignal(Held held, Listener listener, Consumer<LoopSignal> forget) {
        this.held = held;
        this.listener = listener;
        this.forget = forget;
    }

    Held held() {
        return held;
    }

    @Override
    public String read() {
        CgroupException why = end;
        if (why instanceof CgroupIoException) {
            // A new one, as its stack trace and what is suppressed belong to this call.
            throw CgroupIoException.of(why.failure(), why);
        } else if (why instanceof UnsupportedSettingException) {
            UnsupportedSettingException again = new UnsupportedSettingException(why.failure());
            again.initCause(why);
            throw again;
        }
        return held.read();
    }

    /** Looks, because the kernel told of something. */
    synchronized void told() {
        tell(held::told);
    }

    /** Looks, because it is time. */
    synchronized void look() {
        tell(held::look);
    }

    private void tell(LongSupplier look) {
        if (isClosed) {
            return;
        }
        try {
            long times = look.getAsLong();
            if (times > 0) {
                listener.fired(this, times);
            }
        } catch (CgroupException e) {
            if (isClosed) {
                Uncaught.handle(e);
            } else {
                held.meaning(e).ifPresent(this::end);
            }
        } catch (RuntimeException | Error e) {
            Uncaught.handle(e);
        }
    }

    /** Says that nothing will come any more, unless that was said or nobody wants to know. */
    synchronized void end(CgroupException why) {
        if (isClosed) {
            return;
        }
        end = why;
        release();
        try {
            listener.ended(why);
        } catch (RuntimeException | Error e) {
            Uncaught.handle(e);
        }
    }

    @Override
    public synchronized void close() {
        if (!isClosed) {
            release();
        }
    }

    private void release() {
        isClosed = true;
        held.close();
        forget.accept(this);
    }
}
