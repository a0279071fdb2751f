package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.InvalidValueException;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.ValueRejectedException;
import io.cgroups.misc.MiscSpec;
import io.cgroups.unit.Limit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the misc controller does on every kernel; few machines have a resource for it. */
public abstract class MiscContract {
    private static final String NO_RESOURCE = "no_such_resource";

    private final TestHost host;
    private Cgroup box;

    protected MiscContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeHas(Controller.MISC);
        box = host.cgroups().create(host.newName(), Controller.MISC);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void theResourcesAreThoseOfTheMachine() {
        assertThat(box.misc().resources())
                .containsExactlyElementsOf(box.misc().capacity().keySet())
                .containsExactlyElementsOf(box.misc().stats().usage().keySet());
        host.miscResource()
                .ifPresent(resource -> assertThat(box.misc().resources()).contains(resource));
    }

    @Test
    void aResourceTheMachineDoesNotHaveIsRefusedAndThoseItHasAreListed() {
        assertThatThrownBy(() -> box.misc().max(NO_RESOURCE, Limit.of(2L)))
                .isInstanceOfSatisfying(ValueRejectedException.class, e -> {
                    assertThat(e.errno()).contains(Errno.EINVAL);
                    assertThat(e.data()).contains(NO_RESOURCE + " 2");
                    assertThat(e.hint()).contains("resource");
                    assertThat(e.hint()).contains(String.join(", ", box.misc().resources()));
                });
        assertThatThrownBy(() -> box.misc().max(NO_RESOURCE)).isInstanceOf(UnsupportedSettingException.class);
        assertThatThrownBy(() -> box.misc().current(NO_RESOURCE)).isInstanceOf(UnsupportedSettingException.class);
    }

    @Test
    void valuesTheKernelWouldRefuseAreRefusedBeforeAnyWrite() {
        assertThatThrownBy(() -> box.misc().max(NO_RESOURCE, Limit.of(-1L)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("Limit.unlimited()");
        for (String name : new String[] {"", "two words", "sev\nsev_es"}) {
            assertThatThrownBy(() -> MiscSpec.builder().max(name, Limit.of(1L)))
                    .isInstanceOf(InvalidValueException.class);
        }
    }

    @Test
    void theRootKnowsTheResourcesAndHasNoLimits() {
        Cgroup root = host.root(Controller.MISC);
        assertThat(root.misc().resources())
                .containsExactlyElementsOf(root.misc().capacity().keySet());
        assertThatThrownBy(() -> root.misc().max(NO_RESOURCE)).isInstanceOf(UnsupportedSettingException.class);
        assertThatThrownBy(() -> root.misc().max(NO_RESOURCE, Limit.of(1L)))
                .isInstanceOf(UnsupportedSettingException.class);
    }

    @Test
    void nothingToSetIsNothingToWrite() {
        assertThat(box.misc().plan(MiscSpec.builder().build())).isEmpty();
    }
}
