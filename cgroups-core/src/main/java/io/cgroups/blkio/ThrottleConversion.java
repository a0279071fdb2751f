package io.cgroups.blkio;

import io.cgroups.unit.Converted;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import io.cgroups.unit.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the four v1 limits of a disk ({@code blkio.throttle.*_device}) and the one v2 line of it ({@code io.max}) are translated
 * into each other. The numbers have the same units, but the smallest of v2 is 2; unlimited is a 0 to write on v1 and the word
 * {@code max} on v2, and a disk that is not listed is unlimited on both.
 */
public final class ThrottleConversion {
    private static final long SMALLEST_OF_V1 = 1;
    private static final long SMALLEST_OF_V2 = 2;

    private final long smallest;
    private final List<String> sentences = new ArrayList<>();
    private Loss loss = Loss.EXACT;

    private ThrottleConversion(long smallest) {
        this.smallest = smallest;
    }

    /**
     * Translates limits of v1 to limits that v2 takes.
     *
     * @param throttle the limits, as read from v1
     * @return the limits; {@link Loss#CLAMPED} if one is under 2 a second or over {@link BlkioSpec#MAX_IOPS} operations,
     *     {@link Loss#IMPOSSIBLE} if one is 0, which stops all I/O
     */
    public static Converted<Throttle> toIoMax(Throttle throttle) {
        return new ThrottleConversion(SMALLEST_OF_V2).convert(throttle);
    }

    /**
     * Translates limits of v2 to limits that v1 takes.
     *
     * @param throttle the limits, as read from v2
     * @return the limits; {@link Loss#CLAMPED} if one is over {@link BlkioSpec#MAX_IOPS} operations,
     *     {@link Loss#IMPOSSIBLE} if one is 0, which v1 would take for no limit
     */
    public static Converted<Throttle> toThrottleFiles(Throttle throttle) {
        return new ThrottleConversion(SMALLEST_OF_V1).convert(throttle);
    }

    private Converted<Throttle> convert(Throttle from) {
        Throttle result = new Throttle(
                bytes("bytes read", from.readBps()),
                bytes("bytes written", from.writeBps()),
                operations("reads", from.readIops()),
                operations("writes", from.writeIops()));
        String sentence = String.join("; ", sentences);
        return switch (loss) {
            case EXACT -> Converted.exact(result, "every limit stays the same number");
            case IMPOSSIBLE -> Converted.impossible(sentence);
            case ROUNDED, CLAMPED -> new Converted.Found<>(result, loss, sentence);
        };
    }

    private Limit<DataSize> bytes(String what, Limit<DataSize> limit) {
        return convert(what, limit.map(DataSize::bytes), Long.MAX_VALUE).map(DataSize::ofBytes);
    }

    private Limit<Long> operations(String what, Limit<Long> limit) {
        return convert(what, limit, BlkioSpec.MAX_IOPS);
    }

    private Limit<Long> convert(String what, Limit<Long> limit, long largest) {
        Optional<Long> number = limit.value();
        if (number.isEmpty()) {
            return limit;
        }
        long value = number.get();
        String had = "a limit of " + value + " " + what + " a second ";
        if (value < 1) {
            lose(Loss.IMPOSSIBLE, had + "stops them for good, and neither kind of hierarchy takes it");
            return limit;
        }
        if (value < smallest) {
            lose(Loss.CLAMPED, had + "becomes " + smallest + ", the smallest there is");
            return Limit.of(smallest);
        }
        if (value > largest) {
            lose(Loss.CLAMPED, had + "becomes unlimited, since the largest is " + largest);
            return Limit.unlimited();
        }
        return limit;
    }

    private void lose(Loss one, String sentence) {
        loss = one.compareTo(loss) > 0 ? one : loss;
        sentences.add(sentence);
    }
}
