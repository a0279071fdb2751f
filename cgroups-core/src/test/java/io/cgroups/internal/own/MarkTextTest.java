package io.cgroups.internal.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupFormatException;
import io.cgroups.OnClose;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of a mark is read as it was written, and nothing else is. */
class MarkTextTest {
    private static final Path DIR = Path.of("/sys/fs/cgroup/cpu/box");
    private static final Owner OWNER = new Owner(4711, 1222937, "pid:[4026531836],time:[4026531834]");

    @ParameterizedTest
    @EnumSource
    void aMarkComesBackWithWhatItsOwnerWants(OnClose onClose) {
        Mark mark = Mark.of(OWNER, Optional.of(onClose));

        assertThat(MarkText.of(mark)).isEqualTo("1 4711 1222937 pid:[4026531836],time:[4026531834] " + onClose.name());
        assertThat(MarkText.parseMark(DIR, mark.id(), MarkText.of(mark))).isEqualTo(mark);
    }

    @Test
    void aMarkOnTheWayComesBack() {
        Mark mark = Mark.of(new Owner(1, 0, "pid:[1]"), Optional.empty());

        assertThat(MarkText.of(mark)).isEqualTo("1 1 0 pid:[1] ON_THE_WAY");
        assertThat(MarkText.parseMark(DIR, mark.id(), MarkText.of(mark))).isEqualTo(mark);
    }

    @ParameterizedTest
    @ValueSource(strings = {"box", "a box", "KILL", " ", "größer", "a.b"})
    void anIntentComesBackWithAnyNameOfAGroup(String child) {
        Intent intent = new Intent(Mark.of(OWNER, Optional.of(OnClose.KILL)), child);

        assertThat(MarkText.parseIntent(DIR, intent.mark().id(), MarkText.of(intent)))
                .isEqualTo(intent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "2 4711 1 pid:[1] KILL",
                "1 0 1 pid:[1] KILL",
                "1 -4711 1 pid:[1] KILL",
                "1 47110000000 1 pid:[1] KILL",
                "1 4711 1 KILL",
                "1 4711 1 pid:[x] KILL",
                "1 4711 1 time:[1] KILL",
                "1 4711 1 pid:[1] kill",
                "1 4711 1 pid:[1] KILL\n",
                "1 4711 1 pid:[1] KILL child",
                " 1 4711 1 pid:[1] KILL",
                "1  4711 1 pid:[1] KILL",
                "1 4711 9999999999999999999 pid:[1] KILL"
            })
    void anythingElseIsNoMark(String text) {
        assertThatThrownBy(() -> MarkText.parseMark(DIR, "id", text))
                .isInstanceOfSatisfying(CgroupFormatException.class, e -> {
                    assertThat(e.path()).contains(DIR);
                    assertThat(e.data()).contains(text);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 4711 1 pid:[1] KILL",
                "1 4711 1 pid:[1] KILL ",
                "1 4711 1 pid:[1] KILL a/b",
                "1 4711 1 pid:[1] KILL ..",
                "1 4711 1 pid:[1] KILL .",
                "1 4711 1 pid:[1] KILL a\nb"
            })
    void anIntentNamesAGroupDirectlyBelow(String text) {
        assertThatThrownBy(() -> MarkText.parseIntent(DIR, "id", text)).isInstanceOf(CgroupFormatException.class);
    }

    @Test
    void twoMarksOfOneOwnerAreToldApart() {
        assertThat(Mark.of(OWNER, Optional.empty()).id())
                .isNotEqualTo(Mark.of(OWNER, Optional.empty()).id());
    }
}
