package io.cgroups.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupFormatException;
import io.cgroups.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Class ids are numbers of the kernel and hexadecimal texts of tc. */
class ClassIdTest {

    @ParameterizedTest
    @CsvSource({"0,0:0", "0x10001,1:1", "0x100001,10:1", "0xABCD0000,abcd:0", "0xFFFFFFFF,ffff:ffff"})
    void numberAndTextSayTheSame(String number, String text) {
        ClassId id = ClassId.of(Long.decode(number));
        assertThat(id).hasToString(text).isEqualTo(ClassId.parse(text));
        assertThat(id.number()).isEqualTo(Long.decode(number));
    }

    @Test
    void theTextIsHexadecimalAndMayLeaveTheMinorNumberOut() {
        assertThat(ClassId.parse("10:1").major()).isEqualTo(16);
        assertThat(ClassId.parse("AB:")).isEqualTo(new ClassId(0xab, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "1", ":1", "1:1:1", "10000:1", "1:10000", "g:1", "-1:1", " 1:1"})
    void otherTextsAreNone(String text) {
        assertThatThrownBy(() -> ClassId.parse(text)).isInstanceOf(CgroupFormatException.class);
    }

    @Test
    void numbersOutOfRangeAreRefused() {
        assertThatThrownBy(() -> ClassId.of(ClassId.LARGEST + 1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> ClassId.of(-1)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new ClassId(0x10000, 0)).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new ClassId(0, -1)).isInstanceOf(InvalidValueException.class);
    }
}
