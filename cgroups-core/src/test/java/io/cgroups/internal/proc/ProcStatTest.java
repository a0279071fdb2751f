package io.cgroups.internal.proc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupFormatException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of /proc/PID/stat. */
class ProcStatTest {
    private static final Path FILE = Path.of("/proc/22526/stat");

    private static ProcStat parse(String command, String state, String threads) {
        // As Linux 6.18 wrote it; the numbers after the state end with those of the thread count and the start.
        return ProcStat.parse(
                FILE,
                "22526 (" + command + ") " + state + " 22480 22480 18456 0 -1 4194304 99 0 0 0 0 0 0 0 20 0 " + threads
                        + " 0 1222937 3133440 366 18446744073709551615 94437409357824 0 0\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"java", "a b", "a) S 1 (b", "", "two\nlines", ")"})
    void theNameMayHoldAnything(String command) {
        assertThat(parse(command, "R", "1"))
                .isEqualTo(new ProcStat(new Incarnation(22526, 1222937), command, 'R', 22480, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "R,1,false",
        "S,5,false",
        "D,1,false",
        "T,1,false",
        "Z,1,true",
        "Z,0,true",
        "Z,2,false",
        "X,1,true",
        "x,1,true"
    })
    void aProcessHasEndedWhenNoThreadIsLeft(String state, String threads, boolean hasEnded) {
        assertThat(parse("java", state, threads).hasEnded()).isEqualTo(hasEnded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "22526", "22526 (java) S 1 2 3", "x (java) S 1 1 1 0 -1 1 9 0 0 0 0 0 0 0 20 0 1 0 5 6\n"})
    void anythingElseIsNoSuchFile(String text) {
        assertThatThrownBy(() -> ProcStat.parse(FILE, text))
                .isInstanceOfSatisfying(
                        CgroupFormatException.class, e -> assertThat(e.path()).contains(FILE));
    }

    @Test
    void aNumberThatIsTooLargeIsRefused() {
        assertThatThrownBy(() -> parse("java", "S", "99999999999999999999")).isInstanceOf(CgroupFormatException.class);
    }
}
