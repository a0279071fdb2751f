package io.cgroups.internal.linux;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import io.cgroups.Errno;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Many descriptors that one thread waits at; see epoll(7). The others may add and remove while it waits.
 */
public final class EventQueue implements AutoCloseable {
    /** What a descriptor is waited for. */
    public enum Kind {
        /** Something can be read from a counter. */
        COUNTED(1),
        /** A control file has changed, or its trigger fired, or its group is gone. */
        CHANGED(2);

        private final int mask;

        Kind(int mask) {
            this.mask = mask;
        }
    }

    private static final int ADD = 1;
    private static final int DELETE = 2;
    private static final int MODIFY = 3;
    private static final int MOST_AT_ONCE = 256;

    /** Where the kernel has no hole in the structure. */
    private static final Set<String> PACKED = Set.of("amd64", "x86_64", "x86", "i386");

    private static final int KEY_OFFSET = PACKED.contains(System.getProperty("os.arch")) ? 4 : 8;
    private static final int EVENT_SIZE = KEY_OFFSET + Long.BYTES;
    private static final long WAKE = -1;

    private final int queue;
    private final EventCounter wakes;
    private final Memory event = new Memory(EVENT_SIZE);
    private final Memory events = new Memory((long) EVENT_SIZE * MOST_AT_ONCE);

    private EventQueue(int queue, EventCounter wakes) {
        this.queue = queue;
        this.wakes = wakes;
    }

    /**
     * Makes a queue without descriptors.
     *
     * @return the queue
     * @throws IOException if the kernel refuses, with the words of the error number
     * @throws LinkageError if there is no way into the C library, as without JNA's native part
     */
    public static EventQueue open() throws IOException {
        EventCounter wakes = EventCounter.open();
        try {
            EventQueue queue = new EventQueue(EventCalls.epoll_create1(EventCalls.CLOSE_ON_EXEC), wakes);
            try {
                queue.add(wakes.descriptor(), Kind.COUNTED, WAKE);
                return queue;
            } catch (IOException e) {
                queue.close();
                throw e;
            }
        } catch (LastErrorException e) {
            wakes.close();
            throw EventCalls.words(e);
        }
    }

    /**
     * Waits for a descriptor from now on.
     *
     * @param descriptor the descriptor
     * @param kind what for
     * @param key what {@link #await} calls it, zero or more
     * @throws IOException if the kernel refuses, with the words of the error number
     */
    public void add(int descriptor, Kind kind, long key) throws IOException {
        control(ADD, descriptor, kind, key);
    }

    /**
     * Has the kernel look again whether there is something, which it otherwise does only when it is told. It is for control
     * files that stay changed until they are read: what a trigger tells once is lost by it.
     *
     * @param descriptor the descriptor
     * @param kind as it was added
     * @param key as it was added
     * @throws IOException if the kernel refuses, with the words of the error number
     */
    public void lookAgain(int descriptor, Kind kind, long key) throws IOException {
        control(MODIFY, descriptor, kind, key);
    }

    /**
     * Waits for a descriptor no more; before that is closed, as a child process may have it open for a moment longer.
     *
     * @param descriptor the descriptor
     */
    public void remove(int descriptor) {
        try {
            control(DELETE, descriptor, Kind.CHANGED, WAKE);
        } catch (IOException e) {
            // It was not there.
            return;
        }
    }

    private synchronized void control(int operation, int descriptor, Kind kind, long key) throws IOException {
        event.setInt(0, kind.mask);
        event.setLong(KEY_OFFSET, key);
        try {
            EventCalls.epoll_ctl(queue, operation, descriptor, event);
        } catch (LastErrorException e) {
            throw EventCalls.words(e);
        }
    }

    /**
     * Waits until there is something at one descriptor or more, or {@link #wake} is called.
     *
     * @param limit how long at the most; parts of a millisecond count as a whole one
     * @param ready is given the keys, one after the other
     * @throws IOException if the kernel refuses, with the words of the error number
     */
    public void await(Duration limit, LongConsumer ready) throws IOException {
        int count =
                await((int) Math.min(Integer.MAX_VALUE, limit.plusNanos(999_999).toMillis()));
        for (int i = 0; i < count; i++) {
            long key = events.getLong((long) EVENT_SIZE * i + KEY_OFFSET);
            if (key == WAKE) {
                wakes.take();
            } else {
                ready.accept(key);
            }
        }
    }

    private int await(int milliseconds) throws IOException {
        try {
            return EventCalls.epoll_wait(queue, events, MOST_AT_ONCE, milliseconds);
        } catch (LastErrorException e) {
            if (Errno.of(e.getErrorCode()) == Errno.EINTR) {
                return 0;
            }
            throw EventCalls.words(e);
        }
    }

    /** Ends the wait that is under way, or the next one. */
    public void wake() {
        wakes.add();
    }

    /** Closes it, but none of the descriptors. */
    @Override
    public void close() {
        EventCalls.closeQuietly(queue);
        wakes.close();
        event.close();
        events.close();
    }
}
