package io.cgroups.internal.thread;

import com.google.common.util.concurrent.Uninterruptibles;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Makes threads that are in a group from the first instruction of their task on. */
public final class GroupThreadFactory implements ThreadFactory {
    private final Runnable join;
    private final String namePrefix;
    private final Consumer<? super Thread> settings;
    private final AtomicLong made = new AtomicLong();

    /**
     * Makes a factory.
     *
     * @param join moves the calling thread, or throws
     * @param namePrefix what the names begin with
     * @param settings is given each thread before anybody else sees it
     */
    public GroupThreadFactory(Runnable join, String namePrefix, Consumer<? super Thread> settings) {
        this.join = join;
        this.namePrefix = Objects.requireNonNull(namePrefix, "namePrefix");
        this.settings = Objects.requireNonNull(settings, "settings");
    }

    @Override
    @SuppressWarnings("ThreadPriorityCheck")
    public Thread newThread(Runnable task) {
        Objects.requireNonNull(task, "task");
        rehearse();
        Thread thread = new GroupThread(join, task, namePrefix + "-" + made.incrementAndGet(), true);
        // As the factories of the JDK do, whoever asks.
        thread.setDaemon(false);
        thread.setPriority(Thread.NORM_PRIORITY);
        settings.accept(thread);
        return thread;
    }

    /**
     * Lets a thread join that does nothing else. A pool that starts threads past {@link Thread#start()} would never hear of a
     * refusal, but takes an exception of its factory for what it is: the task is rejected, and the pool stays in order.
     */
    private void rehearse() {
        Thread rehearsal = new GroupThread(join, () -> {}, namePrefix + "-rehearsal", false);
        rehearsal.setDaemon(true);
        rehearsal.start();
        Uninterruptibles.joinUninterruptibly(rehearsal);
    }
}
