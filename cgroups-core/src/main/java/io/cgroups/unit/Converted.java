package io.cgroups.unit;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The outcome of converting a value from the scale of one kind of hierarchy to that of the other: what it became, what was
 * lost, and a sentence that says so.
 *
 * <p>Without a value exactly when the loss is {@link Loss#IMPOSSIBLE}. Immutable.
 *
 * @param <T> the type of the converted value
 */
public sealed interface Converted<T> {

    /**
     * A value was found.
     *
     * @param <T> the type of the value
     * @param result the converted value
     * @param loss anything but {@link Loss#IMPOSSIBLE}
     * @param sentence what became of the value, for a person
     */
    record Found<T>(T result, Loss loss, String sentence) implements Converted<T> {
        /**
         * Checks the loss.
         *
         * @param result see the record
         * @param loss see the record
         * @param sentence see the record
         * @throws NullPointerException if one of them is null
         * @throws IllegalArgumentException if the loss is {@link Loss#IMPOSSIBLE}
         */
        public Found {
            Objects.requireNonNull(result, "result");
            Objects.requireNonNull(sentence, "sentence");
            if (Objects.requireNonNull(loss, "loss") == Loss.IMPOSSIBLE) {
                throw new IllegalArgumentException("an impossible conversion has no result: " + result);
            }
        }
    }

    /**
     * The other scale has nothing that means this value.
     *
     * @param <T> the type the value would have
     * @param sentence why not, for a person
     */
    record Impossible<T>(String sentence) implements Converted<T> {
        /**
         * Checks the sentence.
         *
         * @param sentence see the record
         * @throws NullPointerException if it is null
         */
        public Impossible {
            Objects.requireNonNull(sentence, "sentence");
        }

        /** Returns {@link Loss#IMPOSSIBLE}. */
        @Override
        public Loss loss() {
            return Loss.IMPOSSIBLE;
        }
    }

    /**
     * A conversion that loses nothing.
     *
     * @param <T> the type of the value
     * @param result the converted value
     * @param sentence what became of the value
     * @return the outcome
     */
    static <T> Converted<T> exact(T result, String sentence) {
        return new Found<>(result, Loss.EXACT, sentence);
    }

    /**
     * A conversion to the nearest end of the other scale.
     *
     * @param <T> the type of the value
     * @param result the converted value
     * @param sentence what became of the value
     * @return the outcome
     */
    static <T> Converted<T> clamped(T result, String sentence) {
        return new Found<>(result, Loss.CLAMPED, sentence);
    }

    /**
     * A conversion that there is not.
     *
     * @param <T> the type the value would have
     * @param sentence why not
     * @return the outcome
     */
    static <T> Converted<T> impossible(String sentence) {
        return new Impossible<>(sentence);
    }

    /**
     * What was lost.
     *
     * @return {@link Loss#IMPOSSIBLE} exactly when there is no value
     */
    Loss loss();

    /**
     * What became of the value, or why nothing could.
     *
     * @return a sentence without a full stop, for a person
     */
    String sentence();

    /**
     * The converted value.
     *
     * @return the value, empty exactly when the loss is {@link Loss#IMPOSSIBLE}
     */
    default Optional<T> value() {
        return this instanceof Found<T> found ? Optional.of(found.result()) : Optional.empty();
    }

    /**
     * The converted value, or an exception of the caller's choice that says why there is none.
     *
     * @param <X> the type of the exception
     * @param exception makes the exception from {@link #sentence()}, not called when there is a value
     * @return the value
     * @throws X if the loss is {@link Loss#IMPOSSIBLE}
     */
    default <X extends RuntimeException> T orElseThrow(Function<String, X> exception) {
        return value().orElseThrow(() -> exception.apply(sentence()));
    }
}
