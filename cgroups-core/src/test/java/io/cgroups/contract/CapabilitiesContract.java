package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cgroups.Capability;
import io.cgroups.Cgroup;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Controller;
import io.cgroups.ControllerUnavailableException;
import io.cgroups.HostLayout;
import io.cgroups.Setting;
import io.cgroups.SettingAccess;
import io.cgroups.Support;
import io.cgroups.UnsupportedSettingException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a group says of its settings is true. */
public abstract class CapabilitiesContract {
    private final TestHost host;

    protected CapabilitiesContract(TestHost host) {
        this.host = host;
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    private Cgroup newGroup() {
        return host.cgroups().create(host.newName());
    }

    /** A group that has every controller there is. */
    private Cgroup fullGroup() {
        HostLayout layout = host.cgroups().layout();
        return host.cgroups().create(host.newName(), layout.controllers().toArray(Controller[]::new));
    }

    private SettingCalls calls(Cgroup group, Setting setting) {
        return new SettingCalls(group, host.disks().get(0), setting);
    }

    @Test
    void whatWorksCanBeRead() {
        Cgroup group = fullGroup();
        SoftAssertions all = new SoftAssertions();
        for (Capability capability : group.capabilities().with(Support.WORKS)) {
            if (capability.setting().access() != SettingAccess.WRITE) {
                all.assertThatCode(() -> calls(group, capability.setting()).read())
                        .as(capability.toString())
                        .doesNotThrowAnyException();
            }
        }
        all.assertAll();
        host.note(group.capabilities());
    }

    @Test
    void whatWorksTakesTheValueItHas() {
        Cgroup group = fullGroup();
        SoftAssertions all = new SoftAssertions();
        for (Capability capability : group.capabilities().with(Support.WORKS)) {
            if (capability.setting().access() == SettingAccess.BOTH) {
                SettingCalls calls = calls(group, capability.setting());
                all.assertThatCode(() -> calls.read().ifPresent(calls::write))
                        .as(capability.toString())
                        .doesNotThrowAnyException();
            }
        }
        all.assertAll();
    }

    @Test
    void whatDoesNotWorkThrowsTheExceptionThatFits() {
        SoftAssertions all = new SoftAssertions();
        for (Cgroup group : new Cgroup[] {newGroup(), fullGroup()}) {
            for (Capability capability : group.capabilities()) {
                if (!capability.works()) {
                    assertRefused(all, group, capability);
                }
            }
        }
        all.assertAll();
    }

    private void assertRefused(SoftAssertions all, Cgroup group, Capability capability) {
        boolean acts = capability.setting().access() == SettingAccess.WRITE;
        if (acts && capability.support() == Support.NOT_ENABLED) {
            return;
        }
        AtomicBoolean called = new AtomicBoolean(true);
        Throwable refusal = catchThrowable(
                () -> called.set(calls(group, capability.setting()).read().isPresent()));
        if (!called.get()) {
            return;
        }
        all.assertThat(refusal)
                .as(capability.toString())
                .isInstanceOfAny(
                        switch (capability.support()) {
                            case NOT_IN_KERNEL -> new Class<?>[] {UnsupportedSettingException.class};
                            case NOT_IN_GROUP, NOT_ENABLED -> new Class<?>[] {ControllerUnavailableException.class};
                            default ->
                                new Class<?>[] {UnsupportedSettingException.class, ControllerUnavailableException.class
                                };
                        });
    }

    @Test
    void aGroupThatHasAControllerOfItsOwnChoiceMayLackTheOthers() {
        host.assumeHas(Controller.PIDS);
        Cgroup group = host.cgroups().create(host.newName(), Controller.PIDS);

        assertThat(group.capabilities().of(Setting.PIDS_MAX).support()).isEqualTo(Support.WORKS);
        assertThat(group.capabilities().works(Setting.PIDS_MAX)).isTrue();
        for (Setting setting : Setting.values()) {
            boolean inGroup =
                    setting.controller().map(group.controllers()::contains).orElse(true);
            if (!inGroup) {
                assertThat(group.capabilities().of(setting).support())
                        .as(setting.call())
                        .isIn(Support.NOT_IN_GROUP, Support.NOT_MOUNTED, Support.NO_EQUIVALENT);
            }
        }
    }

    @Test
    void everyAnswerHasAReasonAndStandsInTheTable() {
        String table = newGroup().capabilities().toString();

        assertThat(newGroup().capabilities()).allSatisfy(capability -> {
            assertThat(capability.reason()).isNotBlank().doesNotEndWith(".");
            assertThat(table)
                    .containsPattern(Pattern.quote(capability.setting().call()) + " +" + capability.support() + " +");
        });
        assertThat(table.lines()).hasSize(Setting.values().length);
    }

    @Test
    void lookingChangesNothing() {
        Cgroup group = newGroup();
        String before = group.capabilities().toString();

        assertThat(group.capabilities().toString()).isEqualTo(before);
        assertThat(group.children()).isEmpty();
    }

    @Test
    void aGroupThatIsGoneHasNone() {
        Cgroup group = newGroup();
        group.delete();

        assertThatThrownBy(group::capabilities).isInstanceOf(CgroupNotFoundException.class);
    }
}
