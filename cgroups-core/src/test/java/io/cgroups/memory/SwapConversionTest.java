package io.cgroups.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.unit.Converted;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import io.cgroups.unit.Loss;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwapConversionTest {
    private static final String UNLIMITED = "unlimited";

    private static Limit<DataSize> limit(String text) {
        return text.equals(UNLIMITED) ? Limit.unlimited() : Limit.of(DataSize.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "unlimited,unlimited,unlimited,EXACT",
        "0,unlimited,unlimited,EXACT",
        "100M,unlimited,unlimited,EXACT",
        "unlimited,150M,150M,CLAMPED",
        "100M,100M,0,EXACT",
        "100M,150M,50M,EXACT",
        "0,0,0,EXACT",
        "0,50M,50M,EXACT"
    })
    void swapIsWhatMemoryLeavesOfTheSum(String max, String both, String swap, Loss loss) {
        Converted<Limit<DataSize>> converted = SwapConversion.toSwapMax(limit(both), limit(max));

        assertThat(converted.value()).contains(limit(swap));
        assertThat(converted.loss()).isEqualTo(loss);
    }

    @Test
    void lessThanMemoryAloneIsImpossible() {
        Converted<Limit<DataSize>> converted = SwapConversion.toSwapMax(limit("99M"), limit("100M"));

        assertThat(converted.value()).isEmpty();
        assertThat(converted.loss()).isEqualTo(Loss.IMPOSSIBLE);
        assertThat(converted.sentence()).contains("100 MiB", "99 MiB");
    }

    @Test
    void withoutALimitOfMemoryOnlyUnlimitedIsPossible() {
        assertThat(SwapConversion.toSwapMax(limit(UNLIMITED)).value()).contains(Limit.unlimited());

        Converted<Limit<DataSize>> converted = SwapConversion.toSwapMax(limit("150M"));
        assertThat(converted.loss()).isEqualTo(Loss.IMPOSSIBLE);
        assertThat(converted.sentence()).contains("a limit of memory is needed");
    }

    @ParameterizedTest
    @CsvSource({
        "unlimited,unlimited,unlimited,EXACT",
        "100M,unlimited,unlimited,EXACT",
        "unlimited,50M,unlimited,CLAMPED",
        "unlimited,0,unlimited,CLAMPED",
        "100M,50M,150M,EXACT",
        "100M,0,100M,EXACT",
        "9223372036854710271,65536,unlimited,CLAMPED",
        "9223372036854710270,65537,unlimited,CLAMPED",
        "9223372036854644735,65536,9223372036854710271,EXACT",
        "9223372036854775807,9223372036854775807,unlimited,CLAMPED"
    })
    void theSumIsMemoryAndSwap(String max, String swap, String both, Loss loss) {
        Converted<Limit<DataSize>> converted = SwapConversion.toMemoryPlusSwap(limit(swap), limit(max));

        assertThat(converted.value()).contains(limit(both));
        assertThat(converted.loss()).isEqualTo(loss);
    }

    @Test
    void whatIsCalledExactComesBack() {
        for (long memory = 0; memory <= 64; memory++) {
            Limit<DataSize> max = Limit.of(DataSize.ofKibibytes(4 * memory));
            for (long swap = 0; swap <= 64; swap++) {
                Limit<DataSize> swapMax = Limit.of(DataSize.ofKibibytes(4 * swap));
                Limit<DataSize> both =
                        SwapConversion.toMemoryPlusSwap(swapMax, max).orElseThrow(IllegalStateException::new);

                assertThat(SwapConversion.toSwapMax(both, max))
                        .satisfies(back -> assertThat(back.value()).contains(swapMax))
                        .satisfies(back -> assertThat(back.loss()).isEqualTo(Loss.EXACT));
            }
        }
    }
}
