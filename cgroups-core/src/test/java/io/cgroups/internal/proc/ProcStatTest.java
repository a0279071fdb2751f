package io.cgroups.internal.proc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupFormatException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcStatTest {
    private static final Path FILE = Path.of("/proc/4711/stat");

    @Test
    void aNameMayHoldBlanksAndParentheses() {
        assertThat(ProcStat.parse(
                        FILE,
                        "4711 (a) S (b) S 42 4711 4711 0 -1 4194560 1 0 0 0 5 6 7 8 20 0 1 0 987654 2097152 1 0\n"))
                .isEqualTo(new ProcStat(new Incarnation(4711, 987_654), 42));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "4711 (sh) S 42", "sh S 42 1 1 0", "x (sh) S 42 1 1 0 -1 0 1 0 0 0 5 6 7 8 20 0 1 0 9 2"})
    void anotherFormatIsReported(String text) {
        assertThatThrownBy(() -> ProcStat.parse(FILE, text)).isInstanceOf(CgroupFormatException.class);
    }
}
