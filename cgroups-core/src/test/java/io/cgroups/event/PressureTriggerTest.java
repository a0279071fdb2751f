package io.cgroups.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.InvalidValueException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which triggers there are. */
class PressureTriggerTest {
    private static final Duration STALL = Duration.ofMillis(150);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static PressureTrigger trigger(Duration stall, Duration window) {
        return PressureTrigger.some(PressureResource.IO, stall, window);
    }

    @Test
    void someAndAllAreToldApart() {
        assertThat(PressureTrigger.some(PressureResource.CPU, STALL, SECOND).share())
                .isEqualTo(PressureTrigger.Share.SOME);
        assertThat(PressureTrigger.full(PressureResource.CPU, STALL, SECOND).share())
                .isEqualTo(PressureTrigger.Share.FULL);
        assertThat(trigger(STALL, SECOND)).isEqualTo(trigger(STALL, SECOND));
    }

    @Test
    void theLimitsOfBothTimesAreTaken() {
        assertThat(trigger(Duration.ofNanos(1000), Duration.ofMillis(500)).stall())
                .isEqualTo(Duration.ofNanos(1000));
        assertThat(trigger(Duration.ofSeconds(10), Duration.ofSeconds(10)).window())
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void whatTheKernelWouldNotTakeIsRefusedAtOnce() {
        List<Duration> stalls = List.of(Duration.ZERO, Duration.ofNanos(999), STALL.negated(), SECOND.plusNanos(1));
        assertThat(stalls)
                .allSatisfy(stall -> assertThatThrownBy(() -> trigger(stall, SECOND))
                        .isInstanceOf(InvalidValueException.class)
                        .hasMessageContaining("1 microsecond to the window"));
        List<Duration> windows = List.of(
                Duration.ZERO,
                Duration.ofMillis(500).minusNanos(1),
                Duration.ofSeconds(10).plusNanos(1));
        assertThat(windows)
                .allSatisfy(window -> assertThatThrownBy(() -> trigger(Duration.ofNanos(1000), window))
                        .isInstanceOf(InvalidValueException.class)
                        .hasMessageContaining("500 ms to 10 s"));
    }
}
