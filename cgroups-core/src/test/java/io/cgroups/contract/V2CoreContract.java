package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.spi.GroupDir;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every group of the v2 hierarchy has, whatever controllers there are: the files that begin with cgroup. */
public abstract class V2CoreContract {
    private static final String ENABLED = "cgroup.subtree_control";

    private final TestHost host;
    private GroupDir root;
    private GroupDir box;

    protected V2CoreContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        root = new GroupDir(host.files(), host.unified(), host.unified().mountPoint());
        box = root.child(host.newName());
        host.files().createDirectory(box.path());
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    private static List<String> words(String text) {
        return Stream.of(text.split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    @Test
    void aGroupHasTheControllersThatTheOneAboveHasEnabledForItsChildren() {
        for (String controller : words(root.read("cgroup.controllers"))) {
            root.write(ENABLED, "+" + controller);
            assertThat(words(root.read(ENABLED))).contains(controller);
            assertThat(words(box.read("cgroup.controllers"))).contains(controller);
        }
        assertThat(words(box.read(ENABLED))).isEmpty();
        assertThat(words(box.read("cgroup.controllers"))).isEqualTo(words(root.read(ENABLED)));
    }

    @Test
    void theCleanUpDisablesWhatATestHasEnabled() {
        List<String> before = words(root.read(ENABLED));
        words(root.read("cgroup.controllers")).forEach(controller -> root.write(ENABLED, "+" + controller));
        host.cleanUp();
        assertThat(host.files().exists(box.path())).isFalse();
        assertThat(words(host.files().read(root.file(ENABLED)))).isEqualTo(before);
    }

    @Test
    void aNewGroupIsADomainWithoutMembersThatIsNotFrozen() {
        assertThat(box.read("cgroup.type").strip()).isEqualTo("domain");
        assertThat(box.read("cgroup.events").lines()).contains("populated 0", "frozen 0");
        assertThat(box.read("cgroup.procs")).isEmpty();
    }

    @Test
    void aFrozenMemberIsKilledThroughTheFileForThat() {
        long pid = host.startProcess();
        box.write("cgroup.procs", Long.toString(pid));
        box.write("cgroup.freeze", "1");
        box.write("cgroup.kill", "1");
        assertThat(host.files()
                        .clock()
                        .await(() -> box.read("cgroup.events").contains("populated 0"), Duration.ofSeconds(10)))
                .isTrue();
    }
}
