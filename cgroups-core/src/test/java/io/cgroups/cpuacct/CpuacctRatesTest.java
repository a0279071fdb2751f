package io.cgroups.cpuacct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CpuacctRatesTest {
    private static final CpuacctStats FIRST = stats(10, 6, 4);

    /** In seconds. */
    private static CpuacctStats stats(int takenAt, int usage, int user) {
        return new CpuacctStats(
                Duration.ofSeconds(takenAt),
                Duration.ofSeconds(usage),
                Duration.ofSeconds(user),
                Duration.ofSeconds(1),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of("user_usec", 4L));
    }

    @Test
    void whatWasUsedBetweenTwoSnapshotsIsTheirDifference() {
        CpuacctRates rates = stats(20, 21, 18).since(FIRST);
        assertThat(rates.elapsed()).isEqualTo(Duration.ofSeconds(10));
        assertThat(rates.usage()).isEqualTo(Duration.ofSeconds(15));
        assertThat(rates.user()).isEqualTo(Duration.ofSeconds(14));
        assertThat(rates.system()).isZero();
        assertThat(rates.cpuShare()).isEqualTo(1.5);
        assertThat(rates.restarted()).isFalse();
    }

    @Test
    void aUsageThatWasResetCountsFromZeroAndItsPartsGoOn() {
        CpuacctRates rates = stats(20, 2, 5).since(FIRST);
        assertThat(rates.usage()).isEqualTo(Duration.ofSeconds(2));
        assertThat(rates.user()).isEqualTo(Duration.ofSeconds(1));
        assertThat(rates.cpuShare()).isEqualTo(0.2);
        assertThat(rates.restarted()).isTrue();
    }

    @Test
    void inNoTimeNothingIsUsedAndALaterSnapshotIsNotAnEarlierOne() {
        assertThat(FIRST.since(FIRST).cpuShare()).isZero();
        assertThatThrownBy(() -> FIRST.since(stats(11, 6, 4))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyLineIsKept() {
        assertThat(FIRST.raw("user_usec")).hasValue(4);
        assertThat(FIRST.raw("nice_usec")).isEmpty();
    }
}
