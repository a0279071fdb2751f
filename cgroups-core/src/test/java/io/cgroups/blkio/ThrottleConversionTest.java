package io.cgroups.blkio;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.unit.Converted;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import io.cgroups.unit.Loss;
import org.junit.jupiter.api.Test;

class ThrottleConversionTest {
    private static final Throttle SOME = new Throttle(
            Limit.of(DataSize.ofMebibytes(1)), Limit.unlimited(), Limit.of(BlkioSpec.MAX_IOPS), Limit.of(2L));

    private static Throttle readBps(long bytes) {
        return new Throttle(Limit.of(DataSize.ofBytes(bytes)), Limit.unlimited(), Limit.unlimited(), Limit.unlimited());
    }

    private static Throttle writeIops(long number) {
        return new Throttle(Limit.unlimited(), Limit.unlimited(), Limit.unlimited(), Limit.of(number));
    }

    @Test
    void numbersAndUnlimitedStayTheSame() {
        for (Throttle throttle : new Throttle[] {SOME, Throttle.unlimited(), readBps(Long.MAX_VALUE)}) {
            assertThat(ThrottleConversion.toIoMax(throttle).value()).contains(throttle);
            assertThat(ThrottleConversion.toIoMax(throttle).loss()).isEqualTo(Loss.EXACT);
            assertThat(ThrottleConversion.toThrottleFiles(throttle).value()).contains(throttle);
            assertThat(ThrottleConversion.toThrottleFiles(throttle).loss()).isEqualTo(Loss.EXACT);
        }
    }

    @Test
    void oneASecondBecomesTheTwoThatV2Takes() {
        Converted<Throttle> converted = ThrottleConversion.toIoMax(writeIops(1));

        assertThat(converted.value()).contains(writeIops(2));
        assertThat(converted.loss()).isEqualTo(Loss.CLAMPED);
        assertThat(converted.sentence()).isEqualTo("a limit of 1 writes a second becomes 2, the smallest there is");
        assertThat(ThrottleConversion.toThrottleFiles(writeIops(1)).loss()).isEqualTo(Loss.EXACT);
    }

    @Test
    void moreOperationsThanTheKernelCountsAreUnlimited() {
        Converted<Throttle> converted = ThrottleConversion.toIoMax(writeIops(BlkioSpec.MAX_IOPS + 1));

        assertThat(converted.value()).contains(Throttle.unlimited());
        assertThat(converted.loss()).isEqualTo(Loss.CLAMPED);
    }

    @Test
    void aLimitThatStopsAllInputAndOutputIsImpossible() {
        assertThat(ThrottleConversion.toIoMax(readBps(0)).loss()).isEqualTo(Loss.IMPOSSIBLE);
        assertThat(ThrottleConversion.toThrottleFiles(readBps(0)).loss()).isEqualTo(Loss.IMPOSSIBLE);
        assertThat(ThrottleConversion.toIoMax(readBps(0)).sentence()).contains("stops them for good");
    }

    @Test
    void theWorstLossOfTheFourCounts() {
        Throttle both = new Throttle(Limit.of(DataSize.ofBytes(1)), Limit.unlimited(), Limit.of(0L), Limit.of(1L));

        assertThat(ThrottleConversion.toIoMax(both).loss()).isEqualTo(Loss.IMPOSSIBLE);
        assertThat(ThrottleConversion.toIoMax(both).sentence()).contains("bytes read", "0 reads", "1 writes");
    }
}
