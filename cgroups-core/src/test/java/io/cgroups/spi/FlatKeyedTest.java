package io.cgroups.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupFormatException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatKeyedTest {
    private static final Path FILE = Path.of("cpu.stat");

    private static FlatKeyed parse(String text) {
        return FlatKeyed.parse(FILE, text);
    }

    @Test
    void valuesAreFoundByTheirKeyInTheOrderOfTheFile() {
        FlatKeyed flat = parse("nr_periods 5\nnr_throttled 0\nhugetlb.2MB.max 7");
        assertThat(flat.all().keySet()).containsExactly("nr_periods", "nr_throttled", "hugetlb.2MB.max");
        assertThat(flat.require("nr_periods")).isEqualTo(5);
        assertThat(flat.find("nr_throttled")).hasValue(0);
        assertThat(flat.find("nr_bursts")).isEmpty();
        assertThat(flat.all()).containsEntry("hugetlb.2MB.max", 7L);
    }

    @Test
    void whatEveryKernelHasIsMissedByName() {
        assertThatThrownBy(() -> parse("nr_periods 5").require("nr_throttled"))
                .isInstanceOf(CgroupFormatException.class)
                .hasMessageContaining("nr_throttled")
                .hasMessageContaining("nr_periods");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\n \n\t\n"})
    void nothingIsNoLines(String text) {
        assertThat(parse(text).all()).isEmpty();
    }

    @Test
    void emptyLinesAndTheLastLineFeedDoNotMatter() {
        assertThat(parse("\na 1\n\nb 2\n").all()).isEqualTo(parse("a 1\nb 2").all());
    }

    @Test
    void ofAKeyThatIsThereTwiceTheLaterValueCounts() {
        assertThat(parse("a 1\na 2").require("a")).isEqualTo(2);
    }

    @Test
    void numbersAreWhatTheKernelCanShow() {
        assertThat(parse("a -3").require("a")).isZero();
        assertThat(parse("a 9223372036854771712").require("a")).isEqualTo(9_223_372_036_854_771_712L);
        assertThat(parse("a 18446744073709551615").require("a")).isEqualTo(Long.MAX_VALUE);
        assertThat(parse("a 999999999999999999").require("a")).isEqualTo(999_999_999_999_999_999L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a\nb 1",
                " 5",
                "a ",
                "a  5",
                "a 5 ",
                "a 5 6",
                "a five",
                "a 1\nb 0x5",
                "a 18446744073709551616"
            })
    void otherLinesAreRefused(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(CgroupFormatException.class)
                .hasMessageContaining("cpu.stat");
    }

    @Test
    void whatIsHandedOutCannotBeChanged() {
        assertThatThrownBy(() -> parse("a 1").all().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
