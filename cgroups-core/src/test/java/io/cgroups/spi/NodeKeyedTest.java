package io.cgroups.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupFormatException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files of numbers by NUMA node, as all versions write them. */
class NodeKeyedTest {
    private static final Path FILE = Path.of("/cgroup/box/memory.numa_stat");

    @Test
    void v2NamesTheKeyAlone() {
        assertThat(NodeKeyed.parse(FILE, "anon N0=4096 N1=8192\nfile N0=0 N1=1\n"))
                .isEqualTo(Map.of(0, Map.of("anon", 4096L, "file", 0L), 1, Map.of("anon", 8192L, "file", 1L)));
    }

    @Test
    void v1HasTheSumBesideTheKey() {
        assertThat(NodeKeyed.parse(FILE, "total=3 N0=1 N2=2\nhierarchical_total=7 N0=3 N2=4\n"))
                .isEqualTo(Map.of(
                        0, Map.of("total", 1L, "hierarchical_total", 3L),
                        2, Map.of("total", 2L, "hierarchical_total", 4L)));
    }

    @Test
    void anEmptyFileHasNoNodes() {
        assertThat(NodeKeyed.parse(FILE, "\n")).isEmpty();
    }

    @Test
    void anythingElseIsNoSuchFile() {
        assertThatThrownBy(() -> NodeKeyed.parse(FILE, "anon M0=1"))
                .isInstanceOf(CgroupFormatException.class)
                .hasMessageContaining("M0=1");
        assertThatThrownBy(() -> NodeKeyed.parse(FILE, "anon N0")).isInstanceOf(CgroupFormatException.class);
        assertThatThrownBy(() -> NodeKeyed.parse(FILE, "anon N0=x")).isInstanceOf(CgroupFormatException.class);
    }
}
