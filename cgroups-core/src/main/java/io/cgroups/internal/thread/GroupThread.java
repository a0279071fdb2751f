package io.cgroups.internal.thread;

/**
 * A platform thread that joins a group before it does anything else. When it is refused it ends without having run its task:
 * {@link #start()} throws the refusal, and where nobody has called that, the handler of uncaught exceptions gets it. Pools of
 * Java 21 and later are such callers, they start a thread past {@link #start()}.
 */
final class GroupThread extends Thread {
    private final Joining joining;

    GroupThread(Runnable join, Runnable task, String name, boolean inheritsThreadLocals) {
        super(null, task, name, 0, inheritsThreadLocals);
        this.joining = new Joining(join);
    }

    /** Starts, and returns when the thread is in the group. Only the start itself needs the lock, the wait must not have it. */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public void start() {
        joining.announceWaiting();
        super.start();
        joining.await();
    }

    @Override
    public void run() {
        if (joining.join()) {
            super.run();
        }
    }
}
