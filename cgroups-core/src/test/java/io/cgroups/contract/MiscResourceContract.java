package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupSpec;
import io.cgroups.Controller;
import io.cgroups.ValueRejectedException;
import io.cgroups.misc.MiscSpec;
import io.cgroups.unit.Limit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Limits of a resource of the misc controller, on machines that have one. */
public abstract class MiscResourceContract {
    private final TestHost host;
    private final String resource;
    private Cgroup box;

    protected MiscResourceContract(TestHost host) {
        this.host = host;
        this.resource = host.miscResource().orElseThrow();
    }

    @BeforeEach
    void makeGroup() {
        box = host.cgroups().create(host.newName(), Controller.MISC);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void aLimitIsSetChangedAndTakenAway() {
        assertThat(box.misc().max(resource)).isEqualTo(Limit.unlimited());
        box.misc().max(resource, Limit.of(0L));
        assertThat(box.misc().max(resource)).isEqualTo(Limit.of(0L));
        box.update(CgroupSpec.builder()
                .misc(misc -> misc.max(resource, Limit.of(Long.MAX_VALUE)))
                .build());
        assertThat(box.misc().max(resource)).isEqualTo(Limit.of(Long.MAX_VALUE));
        box.misc().max(resource, Limit.unlimited());
        assertThat(box.misc().max(resource)).isEqualTo(Limit.unlimited());
    }

    @Test
    void aNewGroupUsesNothingOfWhatTheMachineHas() {
        assertThat(box.misc().current(resource)).isZero();
        assertThat(box.misc().capacity().get(resource)).isPositive();
        assertThat(box.misc().stats().usage().get(resource).current()).isZero();
        assertThat(box.misc().stats().usage().get(resource).refusals()).hasValue(0);
    }

    @Test
    void aRefusedResourceTakesTheLimitsOfTheOthersBack() {
        box.misc().max(resource, Limit.of(3L));
        MiscSpec spec = MiscSpec.builder()
                .max(resource, Limit.of(5L))
                .max("zzz_no_such_resource", Limit.of(1L))
                .build();
        assertThatThrownBy(() -> box.misc().apply(spec))
                .isInstanceOf(ValueRejectedException.class)
                .hasMessageContaining(resource);
        assertThat(box.misc().max(resource)).isEqualTo(Limit.of(3L));
    }
}
