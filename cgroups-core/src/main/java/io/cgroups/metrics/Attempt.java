package io.cgroups.metrics;

import io.cgroups.CgroupNotFoundException;
import io.cgroups.ControllerUnavailableException;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.internal.fs.SnapshotFiles;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads something that a group may not have, once in each look. When it has not, that is tried anew every ten seconds, because
 * failing takes the longest. Not safe for use by several threads.
 *
 * @param <F> the facet that reads it
 * @param <T> what is read
 */
final class Attempt<F, T> {
    private static final System.Logger LOG = System.getLogger(Attempt.class.getName());

    private final Supplier<F> source;
    private final Function<F, T> reading;
    private Optional<F> facet = Optional.empty();
    private Optional<T> value = Optional.empty();
    private long look = -1;
    private boolean failed;
    private boolean missed;
    private boolean reported;
    private long until;

    Attempt(Supplier<F> source, Function<F, T> reading) {
        this.source = source;
        this.reading = reading;
    }

    /**
     * Reads it.
     *
     * @param number of the look
     * @param now the time in nanoseconds
     * @return it, empty when the group has nothing like it or it cannot be read
     */
    Optional<T> in(long number, long now) {
        if (look != number) {
            look = number;
            missed = false;
            value = failed && now - until < 0 ? Optional.empty() : read(now);
        }
        return value;
    }

    /** Whether in this look the group, or a file it should have, was not there. */
    boolean hasMissed(long number) {
        return look == number && missed;
    }

    private Optional<T> read(long now) {
        try {
            if (facet.isEmpty()) {
                facet = Optional.of(source.get());
            }
            Optional<T> read = Optional.of(reading.apply(facet.get()));
            failed = false;
            reported = false;
            return read;
        } catch (RuntimeException e) {
            // Also a number that this library takes for impossible: it costs the meters of this part, and no others.
            failed = true;
            until = now + SnapshotFiles.MISSING_FOR.toNanos();
            missed = e instanceof CgroupNotFoundException;
            report(e);
            return Optional.empty();
        }
    }

    /** What a kernel or a group lacks is no news; anything else is, once until it works again. */
    private void report(RuntimeException refusal) {
        boolean isLack = refusal instanceof ControllerUnavailableException
                || refusal instanceof UnsupportedSettingException
                || refusal instanceof CgroupNotFoundException;
        if (!isLack && !reported) {
            reported = true;
            LOG.log(Level.WARNING, "A part of a group cannot be measured: " + refusal.getMessage());
        }
    }
}
