package io.cgroups.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupFormatException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelNumbersTest {
    private static final Path FILE = Path.of("/sys/fs/cgroup/memory/box/memory.usage_in_bytes");

    @Test
    void aCounterThatLooksNegativeForAMomentIsZero() {
        assertThat(KernelNumbers.parseCounter(FILE, "-4096")).isZero();
        assertThat(KernelNumbers.parse(FILE, "-4096")).isEqualTo(-4096);
    }

    @Test
    void anUnsignedNumberOfSixtyFourBitsStaysWithinALong() {
        assertThat(KernelNumbers.parse(FILE, "18446744073709551615")).isEqualTo(Long.MAX_VALUE);
        assertThat(KernelNumbers.parse(FILE, "9223372036854771712")).isEqualTo(9223372036854771712L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "max", "1 2", "0x10", "18446744073709551616", "--1"})
    void anythingElseIsReportedWithFileAndText(String text) {
        assertThatThrownBy(() -> KernelNumbers.parse(FILE, text))
                .isInstanceOf(CgroupFormatException.class)
                .hasMessageContaining(FILE.toString())
                .hasMessageContaining(text);
    }
}
