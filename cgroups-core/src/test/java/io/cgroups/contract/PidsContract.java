package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Controller;
import io.cgroups.InvalidValueException;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.ValueRejectedException;
import io.cgroups.pids.PidsSpec;
import io.cgroups.pids.PidsStats;
import io.cgroups.unit.Limit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the pids controller does on every kernel. */
public abstract class PidsContract {
    private final TestHost host;
    private Cgroup box;

    protected PidsContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeHas(Controller.PIDS);
        box = host.cgroups().create(host.newName(), Controller.PIDS);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void aNewGroupIsEmptyAndHasNoLimit() {
        assertThat(box.pids().max()).isEqualTo(Limit.unlimited());
        assertThat(box.pids().current()).isZero();
        assertThat(box.pids().stats().refusals()).hasValue(0);
    }

    @Test
    void theLimitIsSetAndTakenAway() {
        box.pids().max(5);
        assertThat(box.files(Controller.PIDS).read("pids.max")).isEqualTo("5");
        assertThat(box.pids().max()).isEqualTo(Limit.of(5L));

        box.pids().max(Limit.unlimited());
        assertThat(box.files(Controller.PIDS).read("pids.max")).isEqualTo("max");
        assertThat(box.pids().max().isUnlimited()).isTrue();
    }

    @Test
    void theSmallestLimitOfTheGroupAndThoseAboveHolds() {
        box.pids().max(20);
        Cgroup inner = box.child("inner", Controller.PIDS);
        assertThat(inner.pids().effectiveMax()).isEqualTo(Limit.of(20L));
        inner.pids().max(5);
        assertThat(inner.pids().effectiveMax()).isEqualTo(Limit.of(5L));
        assertThat(inner.child("leaf").pids().effectiveMax()).isEqualTo(Limit.of(5L));
        assertThat(box.pids().effectiveMax()).isEqualTo(Limit.of(20L));

        assertThat(inner.pids().stats().events()).containsEntry("max", 0L);
        assertThat(inner.pids().stats().raw("forkfail")).isEmpty();
        box.delete();
        assertThatThrownBy(() -> inner.pids().effectiveMax()).isInstanceOf(CgroupNotFoundException.class);
    }

    @Test
    void aLimitOfZeroIsALimit() {
        box.pids().max(0);
        assertThat(box.pids().max()).isEqualTo(Limit.of(0L));
    }

    @Test
    void membersBelowCountToo() {
        box.attach(host.startProcess());
        box.child("inner").attach(host.startProcess());

        PidsStats stats = box.pids().stats();
        assertThat(stats.current()).isEqualTo(2);
        stats.peak().ifPresent(peak -> assertThat(peak).isGreaterThanOrEqualTo(2));
    }

    @Test
    void threadsCountOneEach() {
        box.attachSelf();
        try {
            assertThat(box.pids().current()).isEqualTo(box.threads().size());
        } finally {
            box.moveMembersToParent();
        }
    }

    @Test
    void theRootHasNeitherLimitNorCount() {
        Cgroup root = host.root(Controller.PIDS);
        assertThatThrownBy(() -> root.pids().max()).isInstanceOf(UnsupportedSettingException.class);
        assertThatThrownBy(() -> root.pids().max(5)).isInstanceOf(UnsupportedSettingException.class);
        assertThatThrownBy(() -> root.pids().current())
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("below the root");
    }

    @Test
    void aLimitBelowWhatIsThereIsAcceptedAndMovingInStaysPossible() {
        box.attach(host.startProcess());
        box.pids().max(0);
        box.attach(host.startProcess());
        assertThat(box.pids().current()).isEqualTo(2);
    }

    @Test
    void numbersOutOfRangeAreRefusedBeforeAnyWrite() {
        assertThatThrownBy(() -> box.pids().max(-1))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("Limit.unlimited()");
        assertThatThrownBy(() -> box.pids().max(PidsSpec.LARGEST_MAX + 1)).isInstanceOf(InvalidValueException.class);
        assertThat(box.pids().max().isUnlimited()).isTrue();
    }

    @Test
    void theKernelRefusesThemToo() {
        assertThatThrownBy(() -> box.files(Controller.PIDS).write("pids.max", "-1"))
                .isInstanceOf(ValueRejectedException.class);
        assertThatThrownBy(() -> box.files(Controller.PIDS).write("pids.max", "4194305"))
                .isInstanceOf(ValueRejectedException.class);
    }
}
