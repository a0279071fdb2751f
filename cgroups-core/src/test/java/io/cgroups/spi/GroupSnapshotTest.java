package io.cgroups.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupNotFoundException;
import io.cgroups.Controller;
import io.cgroups.Hierarchy;
import io.cgroups.testkit.InMemoryKernel;
import io.cgroups.unit.DataSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GroupSnapshotTest {
    private final InMemoryKernel kernel = InMemoryKernel.v1();
    private final List<Path> looks = new ArrayList<>();
    private final KernelFiles counted = new ForwardingKernelFiles(kernel) {
        @Override
        public boolean exists(Path path) {
            looks.add(path);
            return super.exists(path);
        }
    };
    private final Hierarchy memory =
            kernel.cgroups().layout().hierarchy(Controller.MEMORY).orElseThrow();
    private final GroupDir box =
            new GroupDir(counted, memory, memory.mountPoint().resolve("box"));
    private final GroupSnapshot snapshot = new GroupSnapshot(box);

    @BeforeEach
    void makeGroup() {
        kernel.createDirectory(box.path());
    }

    @Test
    void whatIsThereIsRead() {
        assertThat(snapshot.find("memory.failcnt")).contains("0");
        assertThat(snapshot.findCount("memory.failcnt")).hasValue(0);
        assertThat(snapshot.findSize("memory.usage_in_bytes")).contains(DataSize.ofBytes(0));
        assertThat(snapshot.findFlatKeyed("memory.stat").orElseThrow().find("rss"))
                .hasValue(0);
        assertThat(snapshot.of("done")).isEqualTo("done");
        assertThat(looks).isEmpty();
    }

    @Test
    void whatIsMissingAtTheEndIsAskedAboutOnce() {
        assertThat(snapshot.findCount("memory.peak")).isEmpty();
        assertThat(snapshot.findSize("memory.peak")).isEmpty();
        assertThat(snapshot.findFlatKeyed("memory.events")).isEmpty();
        assertThat(snapshot.of("done")).isEqualTo("done");
        assertThat(looks).containsExactly(box.path());
    }

    @Test
    void aFileThatIsThereAfterAMissingOneProvesThatTheGroupIsThere() {
        assertThat(snapshot.find("memory.peak")).isEmpty();
        assertThat(snapshot.readFlatKeyed("memory.stat").find("rss")).hasValue(0);
        assertThat(snapshot.of("done")).isEqualTo("done");
        assertThat(looks).isEmpty();
    }

    @Test
    void aGroupThatIsGoneIsNoSnapshotOfMissingFiles() {
        kernel.removeDirectory(box.path());
        assertThat(snapshot.find("memory.failcnt")).isEmpty();
        assertThatThrownBy(() -> snapshot.of("done"))
                .isInstanceOf(CgroupNotFoundException.class)
                .hasMessageContaining("box")
                .hasMessageContaining("gone");
    }
}
