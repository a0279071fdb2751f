package io.cgroups.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupFormatException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Lists of members as the kernel gives them. */
class MembersTest {
    private static final Path FILE = Path.of("/sys/fs/cgroup/pids/box/cgroup.procs");

    @Test
    void theyComeUnsortedAndMoreThanOnce() {
        assertThat(Members.parse(FILE, "12\n7\n12\n").ids()).containsExactly(7L, 12L);
    }

    @Test
    void noLinesAreNoMembers() {
        assertThat(Members.parse(FILE, "").isEmpty()).isTrue();
        assertThat(Members.none().isEmpty()).isTrue();
    }

    @Test
    void aProcessOfAForeignNamespaceCountsButHasNoId() {
        Members members = Members.parse(FILE, "0\n0\n");
        assertThat(members.ids()).isEmpty();
        assertThat(members.hasForeign()).isTrue();
        assertThat(members.isEmpty()).isFalse();
        assertThat(members).asString().contains("foreign pid namespace");
    }

    @Test
    void bothTogetherAreTheUnion() {
        Members both = Members.parse(FILE, "7\n").and(Members.parse(FILE, "0\n8\n7\n"));
        assertThat(both.ids()).containsExactly(7L, 8L);
        assertThat(both.hasForeign()).isTrue();
    }

    @Test
    void whatIsNoIdIsReportedWithItsFile() {
        assertThatThrownBy(() -> Members.parse(FILE, "7\nx\n"))
                .isInstanceOf(CgroupFormatException.class)
                .hasMessageContaining("cgroup.procs");
    }
}
