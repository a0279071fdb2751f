package io.cgroups.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets several threads do something at the same moment. */
final class AtOnce {
    private AtOnce() {}

    /** The same in each thread; gives the results, and what was thrown instead of one. */
    static <T> List<T> run(int threads, Callable<T> call, List<Throwable> thrown) throws InterruptedException {
        return run(Collections.nCopies(threads, call), thrown);
    }

    /** One in each thread; gives the results, and what was thrown instead of one. */
    static <T> List<T> run(List<Callable<T>> calls, List<Throwable> thrown) throws InterruptedException {
        CyclicBarrier start = new CyclicBarrier(calls.size());
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<Callable<T>> together = new ArrayList<>();
            for (Callable<T> call : calls) {
                together.add(() -> {
                    start.await();
                    return call.call();
                });
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(together)) {
                try {
                    results.add(future.get());
                } catch (ExecutionException e) {
                    thrown.add(e.getCause());
                }
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
