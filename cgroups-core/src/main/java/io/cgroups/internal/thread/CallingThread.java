package io.cgroups.internal.thread;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/** Whether the calling thread is one that may be moved into a group: one of the kernel's that does this program's work only. */
public final class CallingThread {
    private static final Optional<MethodHandle> IS_VIRTUAL = findIsVirtual();

    private CallingThread() {}

    /**
     * Checks it.
     *
     * @throws IllegalStateException if it is a virtual thread or one of the common pool
     */
    public static void requireOwn() {
        Thread thread = Thread.currentThread();
        if (isVirtual(thread)) {
            throw new IllegalStateException(
                    "this is a virtual thread, and the kernel does not know it: the carrier thread"
                            + " below would be moved, with every virtual thread it carries later; run the task on a platform thread,"
                            + " for example one of threadFactory(..)");
        }
        if (thread instanceof ForkJoinWorkerThread worker
                && ForkJoinPool.commonPool().equals(worker.getPool())) {
            throw new IllegalStateException(
                    "this thread is one of ForkJoinPool.commonPool(), which works for the whole JVM:"
                            + " what others give to it would be limited, too; give the task to a pool of the group, for example one"
                            + " of newFixedThreadPool(..), also as the executor of a CompletableFuture");
        }
    }

    static boolean isVirtual(Thread thread) {
        return IS_VIRTUAL.map(method -> invoke(method, thread)).orElse(false);
    }

    private static boolean invoke(MethodHandle method, Thread thread) {
        try {
            return (boolean) method.invokeExact(thread);
        } catch (Throwable e) {
            throw new LinkageError("Thread.isVirtual", e);
        }
    }

    /** Since Java 21; before that no thread is virtual. */
    private static Optional<MethodHandle> findIsVirtual() {
        try {
            return Optional.of(MethodHandles.publicLookup()
                    .findVirtual(Thread.class, "isVirtual", MethodType.methodType(boolean.class)));
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        } catch (IllegalAccessException e) {
            throw new LinkageError("Thread.isVirtual", e);
        }
    }
}
