package io.cgroups.unit;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A bound that may be absent on purpose: a value, or {@link Unlimited}.
 *
 * <p>Unlimited is a state of its own, neither zero nor a very large number, and neither is it the same as a limit that is
 * not mentioned. Immutable.
 *
 * @param <T> the type of the value, which carries its unit
 */
public sealed interface Limit<T extends Comparable<? super T>> {

    /**
     * A bound.
     *
     * @param <T> the type of the value
     * @param bound the value
     */
    record Finite<T extends Comparable<? super T>>(T bound) implements Limit<T> {
        /**
         * Checks the value.
         *
         * @param bound see the record
         * @throws NullPointerException if the value is null
         */
        public Finite {
            Objects.requireNonNull(bound, "bound");
        }

        @Override
        public String toString() {
            return bound.toString();
        }
    }

    /**
     * No bound.
     *
     * @param <T> the type the value would have
     */
    record Unlimited<T extends Comparable<? super T>>() implements Limit<T> {
        @Override
        public String toString() {
            return "unlimited";
        }
    }

    /**
     * A bound.
     *
     * @param <T> the type of the value
     * @param bound the value
     * @return the limit
     * @throws NullPointerException if the value is null
     */
    static <T extends Comparable<? super T>> Limit<T> of(T bound) {
        return new Finite<>(bound);
    }

    /**
     * No bound.
     *
     * @param <T> the type the value would have
     * @return the limit
     */
    static <T extends Comparable<? super T>> Limit<T> unlimited() {
        return new Unlimited<>();
    }

    /**
     * Whether there is no bound.
     *
     * @return true when unlimited
     */
    default boolean isUnlimited() {
        return this instanceof Unlimited;
    }

    /**
     * The bound.
     *
     * @return the value, empty when unlimited
     */
    default Optional<T> value() {
        return this instanceof Finite<T> finite ? Optional.of(finite.bound()) : Optional.empty();
    }

    /**
     * Turns the value into another.
     *
     * @param <R> the other type
     * @param function applied to the value, not called when unlimited
     * @return the limit of the result, or unlimited
     */
    default <R extends Comparable<? super R>> Limit<R> map(Function<? super T, ? extends R> function) {
        return this instanceof Finite<T> finite ? of(function.apply(finite.bound())) : unlimited();
    }

    /**
     * The text of the value, or another for unlimited, as a kernel file wants it.
     *
     * @param format applied to the value
     * @param unlimited the text for unlimited, for example {@code max} or {@code -1}
     * @return the text
     */
    default String text(Function<? super T, String> format, String unlimited) {
        return value().map(format).orElse(unlimited);
    }

    /**
     * The tighter one of two.
     *
     * @param other the other limit
     * @return the one that allows less; this when both are the same
     */
    default Limit<T> smaller(Limit<T> other) {
        return atMost(other) ? this : other;
    }

    /**
     * Whether this limit allows no more than another.
     *
     * @param other the other limit
     * @return true when this is the smaller bound or both are the same
     */
    default boolean atMost(Limit<T> other) {
        return other.value()
                .map(bound -> value().map(own -> own.compareTo(bound) <= 0).orElse(false))
                .orElse(true);
    }
}
