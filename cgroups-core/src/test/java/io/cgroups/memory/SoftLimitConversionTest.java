package io.cgroups.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import io.cgroups.unit.Loss;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SoftLimitConversionTest {
    private static final List<Limit<DataSize>> LIMITS = List.of(
            Limit.of(DataSize.ofBytes(0)),
            Limit.of(DataSize.ofMebibytes(64)),
            Limit.of(MemorySpec.LARGEST_LIMIT),
            Limit.unlimited());

    @ParameterizedTest
    @EnumSource
    void theNumberStaysTheSame(SoftLimitConversion conversion) {
        for (Limit<DataSize> limit : LIMITS) {
            assertThat(conversion.fromSoftLimit(limit).value()).contains(limit);
            assertThat(conversion.fromSoftLimit(limit).loss()).isEqualTo(Loss.EXACT);
            assertThat(conversion.toSoftLimit(limit).value()).contains(limit);
        }
    }

    @Test
    void theSentenceNamesTheSettingThatStandsForIt() {
        Limit<DataSize> limit = Limit.of(DataSize.ofMebibytes(64));

        assertThat(SoftLimitConversion.LOW.fromSoftLimit(limit).sentence()).contains("64 MiB", "memory.low");
        assertThat(SoftLimitConversion.HIGH.fromSoftLimit(limit).sentence()).contains("64 MiB", "memory.high");
    }
}
