package io.cgroups.cpuset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupFormatException;
import io.cgroups.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdSetTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "0-3,8|0-3,8",
                "8,0-3|0-3,8",
                "0,1|0-1",
                "0-1,2-3,3-5|0-5",
                "00-03|0-3",
                "0, 1 3|0-1,3",
                ",,2,|2",
                "0-31:2/4|0-1,4-5,8-9,12-13,16-17,20-21,24-25,28-29",
                "0-4:2/3|0-1,3-4",
                "0-7:1/1|0-7",
                "1-1:1/1|1",
                "0-1:0/2|''",
                "65535|65535"
            })
    void listsAreParsedAndShownAsTheKernelDoes(String list, String shown) {
        assertThat(IdSet.parse(list)).hasToString(shown);
        assertThat(IdSet.parse(shown)).isEqualTo(IdSet.parse(list)).hasSameHashCodeAs(IdSet.parse(list));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", ","})
    void nothingIsTheEmptySet(String list) {
        assertThat(IdSet.parse(list)).isEqualTo(IdSet.empty()).isEmpty();
        assertThat(IdSet.empty().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "-1",
                "1-",
                "3-1",
                "0-3:",
                "0-3:1",
                "0-3:3/2",
                "0-3:0/0",
                "0-3:1/0",
                "1/2",
                "0;1",
                "0x1",
                "all",
                "0-N",
                "65536",
                "0-2147483647",
                "99999999999999999999",
                "\u0661"
            })
    void otherTextsAreNoLists(String list) {
        assertThatThrownBy(() -> IdSet.parse(list)).isInstanceOf(CgroupFormatException.class);
    }

    @Test
    void aHostileListCostsLittle() {
        assertThatThrownBy(() -> IdSet.parse("0-65535:1/2,".repeat(100_000)))
                .isInstanceOf(CgroupFormatException.class)
                .hasMessageContaining("65536 ranges")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
        assertThat(IdSet.parse("0-65535:1/2")).hasSize(32_768);
        assertThat(IdSet.parse("0-65535:999999999/999999999").size()).isEqualTo(65_536);
    }

    @Test
    void numbersOutOfRangeAreMistakes() {
        assertThatThrownBy(() -> IdSet.of(0, -1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> IdSet.of(IdSet.MAX_ID + 1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> IdSet.of(Integer.MAX_VALUE)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> IdSet.range(2, 1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> IdSet.range(-1, 1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> IdSet.range(0, IdSet.MAX_ID + 1)).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void aSetIsMadeOfNumbersOrOfARange() {
        assertThat(IdSet.of(3, 1, 2, 1)).isEqualTo(IdSet.range(1, 3)).containsExactly(1, 2, 3);
        assertThat(IdSet.of()).isEqualTo(IdSet.empty());
        assertThat(IdSet.of(1).union(IdSet.of(2))).isEqualTo(IdSet.range(1, 2)).isNotEqualTo(IdSet.of(1));
    }

    @Test
    void itIsASet() {
        IdSet set = IdSet.parse("0-3,8");
        assertThat(set.contains(3)).isTrue();
        assertThat(set.contains(4)).isFalse();
        assertThat(set.contains(-1)).isFalse();
        assertThat(set.size()).isEqualTo(5);
        assertThat(set.stream()).containsExactly(0, 1, 2, 3, 8);
        assertThat(set.containsAll(IdSet.of(1, 2))).isTrue();
        assertThat(set.containsAll(IdSet.empty())).isTrue();
        assertThat(set.containsAll(IdSet.of(3, 4))).isFalse();
        assertThat(set.union(IdSet.of(4))).hasToString("0-4,8");
        assertThat(set.intersection(IdSet.range(2, 9))).hasToString("2-3,8");
        assertThat(set.minus(IdSet.of(1))).hasToString("0,2-3,8");
        assertThat(set.minus(set)).isEqualTo(IdSet.empty());
        assertThat(set).hasToString("0-3,8");
    }

    @Test
    void nothingIsRemovedThroughTheIterator() {
        var iterator = IdSet.of(1).iterator();
        assertThat(iterator.next()).isEqualTo(1);
        assertThatThrownBy(iterator::remove).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aLevelIsThereOrLeftToTheSystem() {
        assertThat(SchedRelaxDomainLevel.of(0)).hasToString("0").isNotEqualTo(SchedRelaxDomainLevel.systemDefault());
        assertThat(SchedRelaxDomainLevel.systemDefault()).hasToString("system default");
        assertThatThrownBy(() -> SchedRelaxDomainLevel.of(-1))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("systemDefault()");
    }
}
