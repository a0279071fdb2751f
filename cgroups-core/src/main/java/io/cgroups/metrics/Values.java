package io.cgroups.metrics;

import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Numbers in base units; what is absent is not a number. */
final class Values {
    static final double ABSENT = Double.NaN;

    private Values() {}

    static double of(OptionalLong number) {
        return number.isPresent() ? number.getAsLong() : ABSENT;
    }

    static double seconds(Duration time) {
        return time.getSeconds() + time.getNano() / 1e9;
    }

    static double seconds(Optional<Duration> time) {
        return time.isPresent() ? seconds(time.get()) : ABSENT;
    }

    static double seconds(long micros) {
        return micros / 1e6;
    }

    static double bytes(Optional<DataSize> size) {
        return size.isPresent() ? size.get().bytes() : ABSENT;
    }

    /** Unlimited is the other number. */
    static double bytes(Limit<DataSize> limit, double unlimited) {
        return limit.value().isPresent() ? limit.value().get().bytes() : unlimited;
    }

    /** Unlimited is the other number. */
    static double number(Limit<Long> limit, double unlimited) {
        return limit.value().isPresent() ? limit.value().get() : unlimited;
    }
}
