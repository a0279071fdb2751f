package io.cgroups;

/**
 * What a thread does while it is in a group: see {@link Cgroup#runIn(GroupTask)}. A lambda expression throws what it throws; one that
 * throws no checked exception needs no catch clause.
 *
 * @param <T> what it returns
 * @param <X> what it throws
 */
@FunctionalInterface
public interface GroupTask<T, X extends Exception> {

    /**
     * Does it.
     *
     * @return what the task has found
     * @throws X if it fails
     */
    T run() throws X;
}
