package io.cgroups.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupFormatException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NestedKeyedTest {
    private static final Path FILE = Path.of("io.stat");

    private static NestedKeyed parse(String text) {
        return NestedKeyed.parse(FILE, text);
    }

    @Test
    void linesAreFoundByKeyAndValuesByName() {
        NestedKeyed nested = parse("mlx4_0 hca_handle=2 hca_object=2000 \nocrdma1 hca_handle=3 hca_object=max \n");
        assertThat(nested.all().keySet()).containsExactly("mlx4_0", "ocrdma1");
        assertThat(nested.find("mlx4_0")).contains(Map.of("hca_handle", "2", "hca_object", "2000"));
        assertThat(nested.find("ocrdma1")).contains(Map.of("hca_handle", "3", "hca_object", "max"));
        assertThat(nested.find("siw0")).isEmpty();
    }

    @Test
    void nothingIsNoLines() {
        assertThat(parse("").all()).isEmpty();
        assertThat(parse("\n\n").all()).isEmpty();
    }

    @Test
    void aLineMayHaveNoValues() {
        assertThat(parse("8:0 \n8:16 rbytes=1").all())
                .isEqualTo(Map.of("8:0", Map.of(), "8:16", Map.of("rbytes", "1")));
    }

    @Test
    void keysWhoseLineFeedTheKernelForgotAreKeysStill() {
        assertThat(parse("253:1 253:0 8:0 rbytes=1 wbytes=2").all())
                .isEqualTo(Map.of("253:1", Map.of(), "253:0", Map.of(), "8:0", Map.of("rbytes", "1", "wbytes", "2")));
    }

    @Test
    void aKeyThatIsThereTwiceHasTheNamesOfBothAndTheLaterValues() {
        assertThat(parse("8:0 rbytes=1 rios=1\n8:0 rbytes=2 wios=3").find("8:0"))
                .contains(Map.of("rbytes", "2", "rios", "1", "wios", "3"));
    }

    @Test
    void unknownNamesAndEmptyValuesAreKept() {
        assertThat(parse("8:0 cost.vrate=100.00 odd= a=b=c").find("8:0"))
                .contains(Map.of("cost.vrate", "100.00", "odd", "", "a", "b=c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rbytes=1", "8:0 =1", "8:0 rbytes=1\nwbytes=1"})
    void valuesNeedAKeyAndAName(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(CgroupFormatException.class)
                .hasMessageContaining("io.stat");
    }

    @Test
    void whatIsHandedOutCannotBeChanged() {
        NestedKeyed nested = parse("8:0 rbytes=1");
        assertThatThrownBy(() -> nested.all().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> nested.find("8:0").orElseThrow().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
