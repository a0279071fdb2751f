package io.cgroups.event;

/**
 * Events of a group that a listener is told of, until this is closed or the group is removed. It goes on also when nobody
 * keeps a reference to it. Holds one to three descriptors. Safe for use by many threads.
 */
public interface Subscription extends AutoCloseable {

    /**
     * Whether the listener may still be told something.
     *
     * @return false once it was closed or has ended
     */
    boolean isActive();

    /**
     * Ends it. When this returns the listener is not being called and will not be called again, unless it is the caller:
     * a call that is under way is waited for, also by whoever closes again. So do not hold a lock here that the listener
     * takes, or both wait for ever.
     */
    @Override
    void close();
}
