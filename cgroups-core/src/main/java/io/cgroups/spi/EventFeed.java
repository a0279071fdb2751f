package io.cgroups.spi;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Something of a group that one subscription follows: what tells that it may have changed, and how it is read then. Used by one
 * thread at a time.
 *
 * @param <R> a reading, of which two can be compared; immutable
 */
public interface EventFeed<R> {

    /**
     * What to wait for.
     *
     * @return at least one, all of them about the same file
     */
    List<SignalSource> sources();

    /**
     * Makes a reading.
     *
     * @param text what the file says now
     * @param told of how many events the kernel has told since the reading before; 0 for the first one, and when it does not
     *     count them
     * @return the reading
     * @throws io.cgroups.CgroupException if it cannot be made; then the subscription ends
     */
    R read(String text, long told);

    /**
     * For how long something can follow an event that the kernel counts, of which it does not tell.
     *
     * @return usually zero
     */
    default Duration aftermath() {
        return Duration.ZERO;
    }

    /**
     * A feed whose readings are all in the text.
     *
     * @param <R> a reading
     * @param reading makes one of the text
     * @param sources at least one, all of them about the same file
     * @return the feed
     */
    static <R> EventFeed<R> of(Function<String, R> reading, SignalSource... sources) {
        return new EventFeed<>() {
            @Override
            public List<SignalSource> sources() {
                return List.of(sources);
            }

            @Override
            public R read(String text, long told) {
                return reading.apply(text);
            }
        };
    }
}
