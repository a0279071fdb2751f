package io.cgroups.internal.route;

import io.cgroups.CgroupException;
import io.cgroups.ControllerUnavailableException;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.event.EventListener;
import io.cgroups.event.SubscriptionEnd;

/**
 * Says why a group that is there is no longer followed: with the words with which a subscription would be refused now.
 *
 * @param <E> the kind of event
 */
final class ExplainedEnd<E> implements EventListener<E> {
    private final EventListener<? super E> listener;
    private final Runnable subscribing;

    /**
     * Makes a listener.
     *
     * @param listener is told everything
     * @param subscribing looks whether the group has what it takes, and throws when it has not
     */
    ExplainedEnd(EventListener<? super E> listener, Runnable subscribing) {
        this.listener = listener;
        this.subscribing = subscribing;
    }

    @Override
    public void event(E event) {
        listener.event(event);
    }

    @Override
    public void ended(SubscriptionEnd end) {
        listener.ended(end.why() instanceof UnsupportedSettingException ? explained(end) : end);
    }

    private SubscriptionEnd explained(SubscriptionEnd end) {
        try {
            subscribing.run();
            return end;
        } catch (ControllerUnavailableException | UnsupportedSettingException e) {
            e.addSuppressed(end.why());
            return new SubscriptionEnd(e);
        } catch (CgroupException e) {
            // It is gone by now; but that is not why.
            return end;
        }
    }
}
