package io.cgroups.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupBusyException;
import io.cgroups.Controller;
import io.cgroups.ValueRejectedException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The memory files of the in-memory kernel answer as those of a real one. */
class V1MemoryFilesTest {
    private static final Path BOX = Path.of("/sys/fs/cgroup/memory/box");

    private final InMemoryKernel kernel = InMemoryKernel.v1();
    private V1MemoryFiles.State box;
    private V1MemoryFiles.State inner;

    @BeforeEach
    void makeGroups() {
        kernel.createDirectory(BOX);
        kernel.createDirectory(BOX.resolve("inner"));
        MemGroup group = Optional.ofNullable(kernel.hierarchy(Controller.MEMORY)
                        .orElseThrow()
                        .root()
                        .children()
                        .get("box"))
                .orElseThrow();
        box = group.state(V1MemoryFiles.State.class);
        inner = group.subtree().get(1).state(V1MemoryFiles.State.class);
    }

    private String read(String file) {
        return kernel.read(BOX.resolve(file)).strip();
    }

    private void write(String file, String text) {
        kernel.write(BOX.resolve(file), text);
    }

    @ParameterizedTest
    @CsvSource({
        "1000001, 999424",
        "-1, 9223372036854771712",
        "64M, 67108864",
        "64m, 67108864",
        "0x1000000, 16777216",
        "9223372036854775807, 9223372036854771712",
        "9223372036854767616, 9223372036854767616",
        "18446744073709551615, 9223372036854771712"
    })
    void aLimitIsParsedAndRounded(String written, String read) {
        write("memory.limit_in_bytes", written);
        assertThat(read("memory.limit_in_bytes")).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        "memory.limit_in_bytes, -2",
        "memory.limit_in_bytes, abc",
        "memory.memsw.limit_in_bytes, 64M",
        "memory.soft_limit_in_bytes, -2",
        "memory.swappiness, 201",
        "memory.swappiness, -1",
        "memory.oom_control, 2",
        "memory.usage_in_bytes, 0",
        "memory.stat, 0"
    })
    void whatTheKernelRefusesIsRefused(String file, String text) {
        assertThatThrownBy(() -> write(file, text)).isInstanceOf(ValueRejectedException.class);
    }

    @Test
    void theRootTakesNoLimit() {
        Path root = BOX.resolveSibling("memory.limit_in_bytes");
        assertThatThrownBy(() -> kernel.write(root, "64M")).isInstanceOf(ValueRejectedException.class);
    }

    @Test
    void usageCountsAboveAndKeepsItsPeak() {
        inner.setUsage(1 << 20);
        inner.setUsage(4096);
        assertThat(read("memory.usage_in_bytes")).isEqualTo(Long.toString(4096 + V1MemoryFiles.GROUP_SIZE));
        assertThat(read("memory.max_usage_in_bytes")).isEqualTo(Long.toString((1 << 20) + V1MemoryFiles.GROUP_SIZE));
        assertThat(read("memory.stat")).contains("\nrss 0").contains("total_rss 4096");

        write("memory.max_usage_in_bytes", "0");
        assertThat(read("memory.max_usage_in_bytes")).isEqualTo(read("memory.usage_in_bytes"));
    }

    @Test
    void aLimitBelowTheUsageIsBusy() {
        box.setUsage(8 << 20);
        assertThatThrownBy(() -> write("memory.limit_in_bytes", "4M")).isInstanceOf(CgroupBusyException.class);
    }

    @Test
    void usageStopsAtTheLimitOfAGroupAboveAndKills() {
        write("memory.limit_in_bytes", "4M");
        assertThat(inner.setUsage(8 << 20)).isFalse();
        assertThat(read("memory.failcnt")).isEqualTo("1");
        assertThat(read("inner/memory.failcnt")).isEqualTo("0");
        assertThat(read("inner/memory.usage_in_bytes")).isEqualTo("0");
        assertThat(read("inner/memory.oom_control")).contains("under_oom 0").contains("oom_kill 1");

        write("memory.failcnt", "0");
        assertThat(read("memory.failcnt")).isEqualTo("0");
    }

    @Test
    void membersWaitWhereTheOomKillerIsOff() {
        write("memory.limit_in_bytes", "4M");
        write("memory.oom_control", "1");
        assertThat(box.setUsage(8 << 20)).isFalse();
        assertThat(read("memory.oom_control")).isEqualTo("oom_kill_disable 1\nunder_oom 1\noom_kill 0");
    }
}
