package io.cgroups.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CpuRatesTest {
    private static final CpuStats FIRST = stats(10, 100, 40, 9, 6);

    /** Seconds, numbers of periods, and seconds. */
    private static CpuStats stats(int takenAt, long periods, long throttled, int throttledTime, int usage) {
        return new CpuStats(
                Duration.ofSeconds(takenAt),
                periods,
                throttled,
                Duration.ofSeconds(throttledTime),
                OptionalLong.of(3),
                Optional.of(Duration.ofSeconds(1)),
                Optional.of(Duration.ofSeconds(usage)),
                Optional.of(Duration.ofSeconds(usage - 1)),
                Optional.of(Duration.ofSeconds(1)),
                Map.of());
    }

    /** What an old kernel reports of a group without accounting. */
    private static CpuStats bare(int takenAt, long periods) {
        return new CpuStats(
                Duration.ofSeconds(takenAt),
                periods,
                0,
                Duration.ZERO,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    @Test
    void whatHappenedBetweenTwoSnapshotsIsTheirDifference() {
        CpuRates rates = stats(20, 150, 60, 29, 21).since(FIRST);
        assertThat(rates.elapsed()).isEqualTo(Duration.ofSeconds(10));
        assertThat(rates.periods()).isEqualTo(50);
        assertThat(rates.throttledPeriods()).isEqualTo(20);
        assertThat(rates.throttledTime()).isEqualTo(Duration.ofSeconds(20));
        assertThat(rates.bursts()).hasValue(0);
        assertThat(rates.burstTime()).contains(Duration.ZERO);
        assertThat(rates.usage()).contains(Duration.ofSeconds(15));
        assertThat(rates.user()).contains(Duration.ofSeconds(15));
        assertThat(rates.system()).contains(Duration.ZERO);
        assertThat(rates.restarted()).isFalse();
        assertThat(rates.throttledRatio()).isEqualTo(0.4);
        assertThat(rates.cpuShare()).hasValue(1.5);
        assertThat(rates.throttledShare()).isEqualTo(2);
    }

    @Test
    void withoutPeriodsAndWithoutTimeNothingWasThrottledOrUsed() {
        CpuRates rates = FIRST.since(FIRST);
        assertThat(rates.elapsed()).isZero();
        assertThat(rates.throttledRatio()).isZero();
        assertThat(rates.cpuShare()).hasValue(0);
        assertThat(rates.throttledShare()).isZero();
        assertThat(stats(20, 100, 40, 9, 6).since(FIRST).throttledRatio()).isZero();
    }

    @Test
    void aLaterSnapshotIsNotAnEarlierOne() {
        CpuStats later = stats(11, 100, 40, 9, 6);
        assertThatThrownBy(() -> FIRST.since(later))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("later by PT1S");
    }

    @Test
    void countersOfAGroupThatWasMadeAnewCountFromZero() {
        CpuRates rates = stats(20, 30, 15, 2, 5).since(FIRST);
        assertThat(rates.restarted()).isTrue();
        assertThat(rates.periods()).isEqualTo(30);
        assertThat(rates.throttledPeriods()).isEqualTo(15);
        assertThat(rates.throttledTime()).isEqualTo(Duration.ofSeconds(2));
        assertThat(rates.throttledRatio()).isEqualTo(0.5);
        assertThat(rates.usage()).contains(Duration.ofSeconds(5));
        assertThat(rates.user()).contains(Duration.ofSeconds(4));
        assertThat(rates.cpuShare()).hasValue(0.5);
    }

    @Test
    void periodsThatAreCountedAnewLeaveTheUsageAsItIs() {
        CpuRates rates = stats(20, 5, 5, 1, 16).since(FIRST);
        assertThat(rates.restarted()).isTrue();
        assertThat(rates.periods()).isEqualTo(5);
        assertThat(rates.bursts()).hasValue(3);
        assertThat(rates.usage()).contains(Duration.ofSeconds(10));
    }

    @Test
    void aNewGroupThatIsBeyondTheOldOneGivesNoRatioOverOne() {
        assertThat(stats(20, 101, 90, 50, 7).since(FIRST).throttledRatio()).isEqualTo(1);
    }

    @Test
    void whatOneSnapshotDoesNotHaveIsEmptyAndNotZero() {
        CpuRates rates = bare(20, 150).since(bare(10, 100));
        assertThat(rates.periods()).isEqualTo(50);
        assertThat(rates.usage()).isEmpty();
        assertThat(rates.cpuShare()).isEmpty();
        assertThat(rates.bursts()).isEmpty();
        assertThat(rates.burstTime()).isEmpty();
        assertThat(stats(20, 150, 60, 29, 21).since(bare(10, 100)).usage()).isEmpty();
    }

    @Test
    void centuriesOfCpuTimeDoNotOverflow() {
        CpuStats start = stats(0, 0, 0, 0, 1);
        assertThat(stats(1_000_000_000, 1, 0, 0, Integer.MAX_VALUE)
                        .since(start)
                        .cpuShare()
                        .orElseThrow())
                .isBetween(2.0, 2.2);
    }
}
