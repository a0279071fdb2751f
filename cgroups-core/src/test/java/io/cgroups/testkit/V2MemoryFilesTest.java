package io.cgroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import org.junit.jupiter.api.Test;

/** What the in-memory v2 kernel does when memory runs out, and what it counts where. */
class V2MemoryFilesTest {
    private static final long MB = 1 << 20;

    private final V2Box box = new V2Box();
    private final V2Memory inner = box.group("box/inner").state(V2Memory.class);

    @Test
    void usageCountsAboveAndKeepsItsPeak() {
        assertThat(inner.use(4 * MB)).isTrue();
        inner.fillCache(2 * MB);
        assertThat(inner.use(MB)).isTrue();
        assertThat(box.read("box/inner/memory.current")).isEqualTo(Long.toString(3 * MB));
        assertThat(box.read("box/inner/memory.peak")).isEqualTo(Long.toString(6 * MB));
        assertThat(box.read("box/memory.current")).isEqualTo(Long.toString(3 * MB + V1MemoryFiles.GROUP_SIZE));
        assertThat(box.read("box/memory.stat")).startsWith("anon 1048576\nfile 2097152\n");
        assertThat(box.read("memory.stat")).startsWith("anon 1048576\nfile 2097152\n");
    }

    @Test
    void pageCacheMakesRoomBeforeAnybodyIsKilled() {
        box.member("box/inner");
        box.write("box/memory.max", "8M");
        inner.fillCache(6 * MB);
        assertThat(inner.use(6 * MB)).isTrue();
        assertThat(box.read("box/memory.events")).contains("max 1\noom 0\noom_kill 0");
    }

    @Test
    void theLimitThatWasMetCountsTheOomAndTheGroupOfTheVictimTheKill() {
        box.member("box/inner");
        box.write("box/memory.max", "4M");
        assertThat(inner.use(8 * MB)).isFalse();
        assertThat(box.read("box/memory.events"))
                .isEqualTo("low 0\nhigh 0\nmax 1\noom 1\noom_kill 1\noom_group_kill 0");
        assertThat(box.read("box/memory.events.local")).contains("oom 1\noom_kill 0");
        assertThat(box.read("box/inner/memory.events.local")).contains("oom 0\noom_kill 1");
        assertThat(box.read("box/inner/cgroup.procs")).isEmpty();
    }

    @Test
    void aLowerLimitIsNeverRefusedButKills() {
        box.member("box/inner");
        assertThat(inner.use(8 * MB)).isTrue();
        box.write("box/memory.max", "4M");
        assertThat(box.read("box/memory.max")).isEqualTo("4194304");
        assertThat(box.read("box/memory.events")).contains("oom 1\noom_kill 1");
        assertThat(box.read("box/inner/memory.current")).isEqualTo("0");
    }

    @Test
    void aGroupThatDiesAsAWholeLosesAllMembersAtOnce() {
        box.member("box/inner");
        box.member("box/inner");
        box.write("box/memory.oom.group", "1");
        box.write("box/memory.max", "4M");
        assertThat(inner.use(8 * MB)).isFalse();
        assertThat(box.read("box/memory.events")).contains("oom_kill 2\noom_group_kill 1");
        assertThat(box.read("box/cgroup.events")).startsWith("populated 0");
    }

    @Test
    void usageOverHighIsCountedAndGoesOn() {
        box.write("box/inner/memory.high", "4M");
        assertThat(inner.use(8 * MB)).isTrue();
        assertThat(box.read("box/memory.events")).contains("high 1\n");
    }

    @Test
    void swapOverItsLimitFails() {
        box.write("box/inner/memory.swap.max", "4M");
        assertThat(inner.swap().use(4 * MB)).isTrue();
        assertThat(inner.swap().use(8 * MB)).isFalse();
        assertThat(box.read("box/memory.swap.current")).isEqualTo("4194304");
        assertThat(box.read("box/memory.swap.events")).isEqualTo("high 0\nmax 1\nfail 1");
    }

    @Test
    void reclaimTakesWhatThereIsAndSaysWhenItIsNotEnough() {
        inner.fillCache(8 * MB);
        box.write("box/memory.reclaim", "2M");
        assertThat(box.read("box/inner/memory.current")).isEqualTo(Long.toString(6 * MB));
        assertThatThrownBy(() -> box.write("box/memory.reclaim", "1G"))
                .isInstanceOfSatisfying(
                        CgroupIoException.class, e -> assertThat(e.errno()).contains(Errno.EAGAIN));
        assertThat(box.read("box/inner/memory.current")).isEqualTo("0");
    }

    @Test
    void whatAGroupUsedIsGivenBackWithTheGroup() {
        assertThat(inner.use(4 * MB)).isTrue();
        box.kernel().removeDirectory(V2Box.ROOT.resolve("box/inner"));
        assertThat(box.read("box/memory.current")).isEqualTo("0");
    }
}
