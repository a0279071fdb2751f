package io.cgroups.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupAccessException;
import io.cgroups.CgroupException;
import io.cgroups.CgroupIoException;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.ControllerUnavailableException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.ValueRejectedException;
import io.cgroups.spi.ForwardingKernelFiles;
import io.cgroups.testkit.InMemoryKernel;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way in which the kernel refuses to enable a controller is explained, and nothing is left of the attempt. */
class V2EnablingRefusalTest {
    private static final Path ROOT = Path.of("/sys/fs/cgroup");
    private final InMemoryKernel kernel = InMemoryKernel.v2();

    /** The kernel, but one controller is refused in the group {@code a}. */
    private Cgroups refusing(String controller, Errno errno) {
        return Cgroups.builder()
                .kernel(new ForwardingKernelFiles(kernel) {
                    @Override
                    public void write(Path file, String text) {
                        if (file.equals(ROOT.resolve("a/cgroup.subtree_control")) && text.contains("+" + controller)) {
                            throw CgroupIoException.of(
                                    new Failure("write", Optional.of(file), Optional.of(text), Optional.of(errno), ""),
                                    null);
                        }
                        super.write(file, text);
                    }
                })
                .build();
    }

    private String enabled(String group) {
        return kernel.read(ROOT.resolve(group).resolve("cgroup.subtree_control"))
                .strip();
    }

    @ParameterizedTest
    @CsvSource({
        "EACCES, echo +cpu > /sys/fs/cgroup/a/cgroup.subtree_control",
        "EPERM, /sys/fs/cgroup/a does not enable cpu",
        "EROFS, mounted read-only",
        "EINVAL, CONFIG_RT_GROUP_SCHED",
        "EOPNOTSUPP, can be told apart",
        "EBUSY, evacuate()",
        "ENOENT, does not have it itself"
    })
    void theControllerTheGroupAndTheWayOutAreNamed(Errno errno, String hint) {
        assertThatThrownBy(() -> refusing("cpu", errno).create("a/b", Controller.CPU, Controller.PIDS))
                .isInstanceOfSatisfying(CgroupException.class, e -> {
                    assertThat(e.path()).contains(ROOT.resolve("a/cgroup.subtree_control"));
                    assertThat(e.data()).contains("+cpu");
                    assertThat(e.errno()).contains(errno);
                    assertThat(e.hint()).contains(hint);
                });
        assertThat(enabled("")).isEmpty();
        assertThat(kernel.exists(ROOT.resolve("a"))).isFalse();
    }

    @Test
    void theKindOfExceptionTellsWhatCanBeDone() {
        assertThatThrownBy(() -> refusing("cpu", Errno.EACCES).create("a/b", Controller.CPU))
                .isInstanceOf(CgroupAccessException.class);
        assertThatThrownBy(() -> refusing("cpu", Errno.EINVAL).create("a/b", Controller.CPU))
                .isInstanceOf(ValueRejectedException.class);
        assertThatThrownBy(() -> refusing("cpu", Errno.ENOENT).create("a/b", Controller.CPU))
                .isInstanceOfSatisfying(
                        ControllerUnavailableException.class,
                        e -> assertThat(e.controller()).isEqualTo(Controller.CPU));
    }

    @Test
    void aSettingThatCannotEnableItsControllerLeavesEverythingAsItWas() {
        Cgroup box = refusing("pids", Errno.EACCES).create("a/b");
        assertThatThrownBy(() -> box.pidsMax(10)).isInstanceOf(CgroupAccessException.class);
        assertThat(enabled("")).isEmpty();
        assertThat(enabled("a")).isEmpty();
    }

    @Test
    void aDelegatedGroupNeedsNoRightsAboveWhatIsEnabledThere() {
        kernel.cgroups().create("a/x", Controller.PIDS);
        Cgroup box = refusing("pids", Errno.EACCES).create("a/b", Controller.PIDS);
        box.pidsMax(10);
        assertThat(box.pids().max().value()).contains(10L);
    }

    @Test
    void whatGroupsBesideMayRelyOnByNowStaysEnabled() {
        kernel.cgroups().create("beside");
        assertThatThrownBy(() -> refusing("cpu", Errno.EACCES).create("a/b", Controller.CPU))
                .isInstanceOf(CgroupAccessException.class);
        assertThat(enabled("")).isEqualTo("cpu");
    }

    @Test
    void somebodyElseMayEnableItJustThen() {
        Cgroup box = Cgroups.builder()
                .kernel(new ForwardingKernelFiles(kernel) {
                    private int looks;

                    @Override
                    public String read(Path file) {
                        if (file.equals(ROOT.resolve("box/cgroup.controllers")) && ++looks == 2) {
                            kernel.write(ROOT.resolve("cgroup.subtree_control"), "+pids");
                        }
                        return super.read(file);
                    }
                })
                .build()
                .create("box");
        box.pidsMax(10);
        assertThat(box.pids().max().value()).contains(10L);
    }
}
