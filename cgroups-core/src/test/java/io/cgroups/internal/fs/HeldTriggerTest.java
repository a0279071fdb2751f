package io.cgroups.internal.fs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Windows that the kernel takes from everybody and is slow with. */
class HeldTriggerTest {

    @ParameterizedTest
    @CsvSource({
        "some 150000 1000000, some 150000 1000000",
        "some 150000 2000000, some 150000 1999999",
        "full 1 10000000, full 1 9999999",
        "full 1 500000, full 1 500000",
        "some 1 20000000000000000000, some 1 20000000000000000000",
        "some 1 x, some 1 x",
        "'', ''"
    })
    void areMadeAMicrosecondShorter(String trigger, String written) {
        assertThat(HeldTrigger.prompt(trigger)).isEqualTo(written);
    }
}
