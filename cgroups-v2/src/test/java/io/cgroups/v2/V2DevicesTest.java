package io.cgroups.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.devices.DevicePolicy;
import io.cgroups.devices.DeviceRule;
import io.cgroups.devices.DevicesController;
import io.cgroups.spi.AttachedProgram;
import io.cgroups.spi.BpfInstruction;
import io.cgroups.spi.BpfProgram;
import io.cgroups.spi.CgroupPrograms;
import io.cgroups.spi.ForwardingKernelFiles;
import io.cgroups.spi.KernelFiles;
import io.cgroups.spi.ProgramHook;
import io.cgroups.testkit.InMemoryKernel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Members, and others who change the same group. */
class V2DevicesTest {
    private static final DeviceRule ZERO = DeviceRule.parse("c 1:5 r");
    private static final DeviceRule NULL = DeviceRule.parse("c 1:3 rw");
    private static final DevicePolicy ONLY_ZERO = DevicePolicy.denyAll().allow(ZERO);
    private static final DevicePolicy ONLY_NULL = DevicePolicy.denyAll().allow(NULL);

    private final InMemoryKernel kernel = InMemoryKernel.v2();
    private final Cgroup box = kernel.cgroups().create("box", Controller.DEVICES);
    private final long member = kernel.startProcess();

    V2DevicesTest() {
        box.attach(member);
    }

    private Path directory() {
        return box.files(Controller.DEVICES).directory();
    }

    /** The same group, by a gate whose programs are others. */
    private DevicesController boxBy(Optional<CgroupPrograms> programs) {
        KernelFiles files = new ForwardingKernelFiles(kernel) {
            @Override
            public Optional<CgroupPrograms> programs() {
                return programs;
            }
        };
        return Cgroups.builder().kernel(files).build().open("box").devices();
    }

    @Test
    void aMemberMayDoWhatTheGroupAndAllAboveAllow() {
        Cgroup inner = box.child("inner").attach(member);
        assertThat(kernel.allows(member, ZERO)).isTrue();
        inner.devices().policy(DevicePolicy.denyAll().allow(ZERO, NULL));
        box.devices().policy(ONLY_ZERO);
        assertThat(kernel.allows(member, ZERO)).isTrue();
        assertThat(kernel.allows(member, NULL)).isFalse();
        box.devices().policy(DevicePolicy.allowAll());
        assertThat(kernel.allows(member, NULL)).isTrue();
    }

    @Test
    void aMemberMayNotWhatAProgramOfSomebodyElseDenies() {
        List<BpfInstruction> no = List.of(BpfInstruction.set(0, 0), BpfInstruction.exit());
        kernel.programs().orElseThrow().attach(directory(), new BpfProgram(ProgramHook.DEVICE, "no", no));
        box.devices().policy(ONLY_ZERO);
        assertThat(kernel.allows(member, ZERO)).isFalse();
    }

    @Test
    void withoutProgramsThereAreNoDevices() {
        assertThatThrownBy(() -> boxBy(Optional.empty()).policy(ONLY_ZERO))
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("cgroup_device");
    }

    /** Before the given call, somebody else sets another policy, once. */
    private CgroupPrograms disturbed(DevicePolicy other) {
        CgroupPrograms real = kernel.programs().orElseThrow();
        return new CgroupPrograms() {
            private boolean isDone;

            private void disturb() {
                if (!isDone) {
                    isDone = true;
                    box.devices().policy(other);
                }
            }

            @Override
            public List<AttachedProgram> attached(Path group, ProgramHook hook) {
                return real.attached(group, hook);
            }

            @Override
            public List<BpfInstruction> instructions(Path group, AttachedProgram program) {
                disturb();
                return real.instructions(group, program);
            }

            @Override
            public void attach(Path group, BpfProgram program) {
                disturb();
                real.attach(group, program);
            }

            @Override
            public void replace(Path group, AttachedProgram old, BpfProgram program) {
                disturb();
                real.replace(group, old, program);
            }

            @Override
            public void detach(Path group, ProgramHook hook, AttachedProgram program) {
                disturb();
                real.detach(group, hook, program);
            }
        };
    }

    @Test
    void aPolicyThatIsReplacedWhileItIsReadIsReadAgain() {
        box.devices().policy(ONLY_NULL);
        assertThat(boxBy(Optional.of(disturbed(ONLY_ZERO))).list().policy()).contains(ONLY_ZERO);
    }

    @Test
    void twoProgramsOfOneMomentBothDenyUntilTheNextPolicy() {
        boxBy(Optional.of(disturbed(ONLY_NULL))).policy(ONLY_ZERO);
        assertThat(kernel.allows(member, ZERO)).isFalse();
        assertThat(kernel.allows(member, NULL)).isFalse();

        box.devices().policy(ONLY_ZERO.allow(NULL));
        assertThat(kernel.allows(member, ZERO)).isTrue();
        assertThat(kernel.allows(member, NULL)).isTrue();
        assertThat(kernel.programs().orElseThrow().attached(directory(), ProgramHook.DEVICE))
                .hasSize(1);
    }
}
