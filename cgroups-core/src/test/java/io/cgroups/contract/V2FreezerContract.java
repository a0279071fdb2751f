package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupTimeoutException;
import io.cgroups.Controller;
import io.cgroups.RawFiles;
import io.cgroups.ValueRejectedException;
import io.cgroups.freezer.FreezerState;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the freezer of v2 has of its own: it is part of every group, and frozen members die of a signal. */
public abstract class V2FreezerContract {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration MOMENT = Duration.ofMillis(200);

    private final TestHost host;
    private Cgroup box;
    private RawFiles files;

    protected V2FreezerContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeV2(Controller.FREEZER);
        box = host.cgroups().create(host.newName(), Controller.FREEZER);
        files = box.files(Controller.FREEZER);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void whatIsWantedAndWhatIsReachedAreTwoFiles() {
        Cgroup inner = box.child("inner").attach(host.startProcess());
        box.freeze();
        assertThat(files.read("cgroup.freeze")).isEqualTo("1");
        assertThat(files.read("cgroup.events").lines()).contains("frozen 1");
        assertThat(inner.files(Controller.FREEZER).read("cgroup.freeze")).isEqualTo("0");
        assertThat(inner.files(Controller.FREEZER).read("cgroup.events").lines())
                .contains("frozen 1");

        box.thaw();
        assertThat(files.read("cgroup.freeze")).isEqualTo("0");
        assertThat(files.read("cgroup.events").lines()).contains("frozen 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FROZEN", "2", "-1"})
    void theKernelTakesNothingElse(String word) {
        assertThatThrownBy(() -> files.write("cgroup.freeze", word)).isInstanceOf(ValueRejectedException.class);
        assertThat(box.freezer().state()).isEqualTo(FreezerState.THAWED);
    }

    @Test
    void aThawThatCannotBeSaysWhatItWrote() {
        Cgroup inner = box.child("inner");
        box.freeze();
        assertThatThrownBy(() -> inner.freezer().thaw(MOMENT))
                .isInstanceOfSatisfying(CgroupTimeoutException.class, e -> {
                    assertThat(e.data()).contains("0");
                    assertThat(e.path().orElseThrow().endsWith("cgroup.freeze")).isTrue();
                });
    }

    @Test
    void aFrozenMemberDiesOfASignalAndTheGroupStaysFrozen() {
        long pid = host.startProcess();
        box.attach(pid).freeze();
        assertThat(host.files().kill(pid)).isTrue();
        assertThat(host.files().clock().await(() -> box.processes().isEmpty(), LIMIT))
                .isTrue();
        assertThat(box.freezer().selfFreezing()).isTrue();
        assertThat(box.freezer().state()).isEqualTo(FreezerState.FROZEN);
    }

    @Test
    void aGroupOfSingleThreadsOfTheCallerWouldStopPartOfIt() {
        Cgroup threads = box.threadedChild("threads");
        box.attachSelf();
        try {
            threads.freeze().thaw();
            threads.attachCurrentThread();
            assertThatThrownBy(threads::freeze)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("would stop itself");
            assertThat(threads.freezer().state()).isEqualTo(FreezerState.THAWED);
        } finally {
            box.attachCurrentThread();
            box.moveMembersToParent();
        }
    }
}
