package io.cgroups.internal.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.UnsupportedSettingException;
import io.cgroups.spi.CgroupPrograms;
import io.cgroups.spi.ProgramHook;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LinkedProgramsTest {
    private static final Path GROUP = Path.of("/sys/fs/cgroup/box");

    @Test
    void aMissingNativePartIsAnExceptionOfThisLibrary() {
        CgroupPrograms unlinked = (CgroupPrograms) Proxy.newProxyInstance(
                CgroupPrograms.class.getClassLoader(),
                new Class<?>[] {CgroupPrograms.class},
                (proxy, method, arguments) -> {
                    throw new UnsatisfiedLinkError("no jnidispatch");
                });
        assertThatThrownBy(() -> new LinkedPrograms(unlinked).attached(GROUP, ProgramHook.DEVICE))
                .isInstanceOfSatisfying(UnsupportedSettingException.class, e -> {
                    assertThat(e.path()).contains(GROUP);
                    assertThat(e.hint()).contains("no jnidispatch", "jna.tmpdir");
                })
                .hasCauseInstanceOf(UnsatisfiedLinkError.class);
    }
}
