package io.cgroups.event;

/**
 * Is told what happens to a group. A lambda that takes the event suffices.
 *
 * <p>All listeners of all groups of one {@link io.cgroups.Cgroups} (which is one for all who use {@link
 * io.cgroups.Cgroups#system}) are called by one daemon thread, one after the other, so a listener must not wait or work for
 * long: it hands that to a thread of its own. It may ask and change the group, subscribe to others and close its subscription.
 * What it throws goes to the thread's handler of uncaught exceptions, and the subscription goes on.
 *
 * @param <E> the kind of event
 */
@FunctionalInterface
public interface EventListener<E> {

    /**
     * Something has happened.
     *
     * @param event what
     */
    void event(E event);

    /**
     * The subscription has ended by itself; called once, after the last event, and not after {@link Subscription#close}. By
     * default the removal of the group is silent, and any other reason goes to the thread's handler of uncaught exceptions.
     *
     * @param end why
     */
    default void ended(SubscriptionEnd end) {
        if (!end.isRemoved()) {
            throw end.why();
        }
    }
}
