package io.cgroups;

/**
 * What a thread does while it is in a group, without a result: see {@link Cgroup#runIn(GroupAction)}. A lambda expression throws
 * what it throws; one that throws no checked exception needs no catch clause.
 *
 * @param <X> what it throws
 */
@FunctionalInterface
public interface GroupAction<X extends Exception> {

    /**
     * Does it.
     *
     * @throws X if it fails
     */
    void run() throws X;
}
