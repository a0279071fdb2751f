package io.cgroups.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.CgroupPath;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The unit of a group is told by its path. */
class SystemdUnitTest {

    @ParameterizedTest
    @CsvSource({
        "/system.slice/web.service, web.service, /system.slice/web.service, false",
        "/system.slice/web.service/jobs/a, web.service, /system.slice/web.service, false",
        "/user.slice/user-1000.slice/session-3.scope, session-3.scope, /user.slice/user-1000.slice/session-3.scope, false",
        "/user.slice/user-7.slice/user@7.service/app.slice/x.service/leaf, x.service,"
                + " /user.slice/user-7.slice/user@7.service/app.slice/x.service, true",
        "/user.slice/user-7.slice/user@7.service, user@7.service, /user.slice/user-7.slice/user@7.service, false"
    })
    void itIsTheLastServiceOrScope(String group, String name, String path, boolean ofUser) {
        assertThat(SystemdUnit.of(CgroupPath.ofKernel(group)))
                .contains(new SystemdUnit(name, CgroupPath.ofKernel(path), ofUser));
    }

    @ParameterizedTest
    @CsvSource({"/", "/jobs/a", "/user.slice/user-1000.slice"})
    void otherGroupsAreNoUnits(String group) {
        assertThat(SystemdUnit.of(CgroupPath.ofKernel(group))).isEmpty();
    }

    @Test
    void aServiceIsEditedByWhoeverRunsItAndAScopeIsStartedAnew() {
        assertThat(howToDelegate("/system.slice/web.service"))
                .get()
                .asString()
                .contains("Delegate=yes", "systemctl edit web.service");
        assertThat(howToDelegate("/user@7.service/app.slice/x.service"))
                .get()
                .asString()
                .contains("systemctl --user edit x.service");
        assertThat(howToDelegate("/user.slice/user-7.slice/session-3.scope"))
                .get()
                .asString()
                .contains("systemd-run --user --scope -p Delegate=yes");
    }

    private static Optional<String> howToDelegate(String group) {
        return SystemdUnit.of(CgroupPath.ofKernel(group)).map(SystemdUnit::howToDelegate);
    }
}
