package io.cgroups.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupFormatException;
import io.cgroups.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {

    @ParameterizedTest
    @CsvSource({
        "512M,536870912",
        "512 MiB,536870912",
        "1g,1073741824",
        "4096,4096",
        "1KB,1024",
        "7E,8070450532247928832"
    })
    void sizesAreParsedWithPowersOf1024(String text, long bytes) {
        assertThat(DataSize.parse(text)).isEqualTo(DataSize.ofBytes(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "M", "-1", "1.5G", "8E", "9223372036854775808", "12 parsecs"})
    void otherTextsAreNoSizes(String text) {
        assertThatThrownBy(() -> DataSize.parse(text)).isInstanceOf(CgroupFormatException.class);
    }

    @Test
    void aSizeIsShownInTheLargestExactUnit() {
        assertThat(DataSize.ofMebibytes(512)).hasToString("512 MiB");
        assertThat(DataSize.ofBytes(1000)).hasToString("1000 B");
        assertThat(DataSize.ofBytes(0)).hasToString("0 B");
        assertThatThrownBy(() -> DataSize.ofBytes(-1)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void unlimitedIsAboveEveryBound() {
        assertThat(Limit.of(5L).atMost(Limit.unlimited())).isTrue();
        assertThat(Limit.<Long>unlimited().atMost(Limit.of(5L))).isFalse();
        assertThat(Limit.<Long>unlimited().atMost(Limit.unlimited())).isTrue();
        assertThat(Limit.of(5L).atMost(Limit.of(4L))).isFalse();
    }

    @Test
    void theSmallerOfTwoLimitsAllowsLess() {
        assertThat(Limit.of(5L).smaller(Limit.unlimited())).isEqualTo(Limit.of(5L));
        assertThat(Limit.<Long>unlimited().smaller(Limit.of(5L))).isEqualTo(Limit.of(5L));
        assertThat(Limit.of(5L).smaller(Limit.of(4L))).isEqualTo(Limit.of(4L));
        assertThat(Limit.<Long>unlimited().smaller(Limit.unlimited())).isEqualTo(Limit.unlimited());
    }
}
