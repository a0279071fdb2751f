package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupTimeoutException;
import io.cgroups.Controller;
import io.cgroups.ValueRejectedException;
import io.cgroups.freezer.FreezerState;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the freezer of v1 has of its own: words for states, and members that do not die while they are frozen. */
public abstract class V1FreezerContract {
    private static final Duration MOMENT = Duration.ofMillis(200);

    private final TestHost host;
    private Cgroup box;

    protected V1FreezerContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeV1(Controller.FREEZER);
        box = host.cgroups().create(host.newName(), Controller.FREEZER);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void statesAreWords() {
        assertThat(box.freeze().files(Controller.FREEZER).read("freezer.state")).isEqualTo("FROZEN");
        assertThat(box.thaw().files(Controller.FREEZER).read("freezer.state")).isEqualTo("THAWED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"FREEZING", "frozen", "1"})
    void theKernelTakesNoOtherWords(String word) {
        assertThatThrownBy(() -> box.files(Controller.FREEZER).write("freezer.state", word))
                .isInstanceOf(ValueRejectedException.class);
        assertThat(box.freezer().state()).isEqualTo(FreezerState.THAWED);
    }

    @Test
    void aThawThatCannotBeSaysWhatItWrote() {
        Cgroup inner = box.child("inner");
        box.freeze();
        assertThatThrownBy(() -> inner.freezer().thaw(MOMENT))
                .isInstanceOfSatisfying(
                        CgroupTimeoutException.class, e -> assertThat(e.data()).contains("THAWED"));
    }

    @Test
    void aFrozenMemberDiesOnlyWhenItIsThawed() {
        long pid = host.startProcess();
        box.attach(pid).freeze();
        assertThat(host.files().kill(pid)).isTrue();
        host.pass(MOMENT);
        assertThat(box.processes()).containsExactly(pid);
        box.thaw();
        assertThat(host.files().clock().await(() -> box.processes().isEmpty(), Duration.ofSeconds(10)))
                .isTrue();
    }
}
