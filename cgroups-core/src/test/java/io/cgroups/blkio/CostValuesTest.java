package io.cgroups.blkio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.InvalidValueException;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.DeviceNumber;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Values that the kernel would cut, wrap or round are not made. */
class CostValuesTest {
    private static final DeviceNumber DISK = new DeviceNumber(8, 0);

    @Test
    void aPercentageHasTwoDigitsAfterThePoint() {
        assertThat(Percent.parse("99.5")).isEqualTo(new Percent(9950)).hasToString("99.50");
        assertThat(Percent.parse("5.555")).isEqualTo(new Percent(556));
        assertThat(Percent.of(100)).isEqualTo(Percent.parse("100.00")).isGreaterThan(Percent.of(99));
        assertThatThrownBy(() -> Percent.parse("much")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> Percent.parse("-1")).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void aLatencyGoalFitsIntoWhatTheKernelKeeps() {
        new LatencyGoal(Percent.of(100), LatencyGoal.LARGEST_LATENCY);
        assertThatThrownBy(() -> new LatencyGoal(Percent.of(101), Duration.ZERO))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(
                        () -> new LatencyGoal(Percent.of(1), LatencyGoal.LARGEST_LATENCY.plus(Duration.ofNanos(1000))))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new LatencyGoal(Percent.of(1), Duration.ofNanos(1)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("microseconds");
    }

    @Test
    void goalsGoFromOneToTenThousandPercentInOrder() {
        LatencyGoal none = LatencyGoal.none();
        new CostGoals(none, none, CostGoals.SMALLEST, CostGoals.LARGEST);
        assertThatThrownBy(() -> new CostGoals(none, none, Percent.parse("0.99"), CostGoals.LARGEST))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new CostGoals(none, none, Percent.of(200), Percent.of(100)))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new DiskSpeed(DataSize.ofBytes(0), -1, 0)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void oneWeightIsGivenOnOneScaleAndTheLaterOneCounts() {
        BlkioSpec spec = BlkioSpec.builder()
                .weight(BlkioWeight.of(5))
                .ioWeight(IoWeight.of(7))
                .ioWeight(DISK, IoWeight.of(8))
                .resetWeight(DISK)
                .build();
        assertThat(spec.weight()).isEmpty();
        assertThat(spec.io().weight()).contains(IoWeight.of(7));
        assertThat(spec.deviceWeights()).isEqualTo(Map.of(DISK, Optional.empty()));
        assertThat(spec.io().deviceWeights()).isEmpty();
        assertThatThrownBy(() -> new BlkioSpec(
                        Map.of(), Map.of(), Map.of(), Map.of(), Optional.of(BlkioWeight.of(5)), Map.of(), spec.io()))
                .isInstanceOf(InvalidValueException.class);
    }
}
