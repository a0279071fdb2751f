package io.cgroups.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupFormatException;
import io.cgroups.InvalidValueException;
import io.cgroups.spi.CpuClampFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounds for the utilisation that the scheduler assumes, in hundredths of a per cent. */
class CpuClampTest {
    private static CpuClamp parse(String text) {
        return CpuClampFiles.parse(Path.of("/sys/fs/cgroup/box/cpu.uclamp.min"), text);
    }

    @Test
    void percentAreRoundedToHundredths() {
        assertThat(CpuClamp.ofPercent(12.345).hundredths()).isEqualTo(1235);
        assertThat(CpuClamp.ofPercent(50).percent()).isEqualTo(50.0);
        assertThat(CpuClamp.ofPercent(0)).isEqualTo(CpuClamp.MIN);
        assertThat(CpuClamp.ofPercent(100)).isEqualTo(CpuClamp.MAX).isGreaterThan(CpuClamp.MIN);
        assertThat(CpuClamp.ofPercent(5.04)).hasToString("5.04 %");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 100.01, Double.NaN, Double.POSITIVE_INFINITY})
    void whatIsNoPartOfTheCapacityIsRefused(double percent) {
        assertThatThrownBy(() -> CpuClamp.ofPercent(percent)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new CpuClamp(-1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new CpuClamp(10_001)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void theKernelsTextIsPerCentWithTwoDecimalsOrAWord() {
        assertThat(parse("max")).isEqualTo(CpuClamp.MAX);
        assertThat(parse("0.00")).isEqualTo(CpuClamp.MIN);
        assertThat(parse("12.34")).isEqualTo(CpuClamp.ofPercent(12.34));
        assertThat(parse("7")).isEqualTo(CpuClamp.ofPercent(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "min", "1.234", "100.01", "-1", "1 2", "99999999999"})
    void otherTextIsNoClamp(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(CgroupFormatException.class)
                .hasMessageContaining("cpu.uclamp.min");
    }
}
