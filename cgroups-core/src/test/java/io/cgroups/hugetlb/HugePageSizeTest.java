package io.cgroups.hugetlb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupFormatException;
import io.cgroups.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel's names of huge page sizes. */
class HugePageSizeTest {

    @ParameterizedTest
    @CsvSource({"64KB, 65536", "2MB, 2097152", "512MB, 536870912", "1GB, 1073741824", "16GB, 17179869184"})
    void aNameIsParsedAndPrinted(String name, long bytes) {
        HugePageSize page = HugePageSize.parse(name);
        assertThat(page.bytes()).isEqualTo(bytes);
        assertThat(page).hasToString(name);
        assertThat(HugePageSize.of(page.size())).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "2mb", "2 MB", "MB", "2TB", "-2MB", "99999999999MB"})
    void anythingElseIsNoName(String name) {
        assertThatThrownBy(() -> HugePageSize.parse(name)).isInstanceOf(CgroupFormatException.class);
    }

    @Test
    void aSizeIsAPowerOfTwo() {
        assertThatThrownBy(() -> HugePageSize.parse("3MB")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new HugePageSize(512)).isInstanceOf(InvalidValueException.class);
    }
}
