package io.cgroups.internal.route;

import io.cgroups.CgroupAccessException;
import io.cgroups.Controller;
import io.cgroups.Setting;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.diagnosis.Cause;
import io.cgroups.diagnosis.Obstacle;
import io.cgroups.spi.CgroupPrograms;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.HierarchyDriver;
import io.cgroups.spi.SettingSource;
import java.util.Arrays;
import java.util.Optional;

/** Whether the BPF programs that take the place of a controller can be used. */
final class Programs {
    private Programs() {}

    /** What stands in the way of a controller; nothing when it needs no programs. */
    static Optional<Obstacle> obstacle(HierarchyDriver driver, GroupDir group, Controller controller) {
        return Arrays.stream(Setting.values())
                .filter(setting ->
                        setting.controller().filter(controller::equals).isPresent())
                .map(driver::source)
                .flatMap(source -> source instanceof SettingSource.Program program
                        ? Optional.of(program).stream()
                        : Optional.<SettingSource.Program>empty().stream())
                .findFirst()
                .flatMap(program -> obstacle(group, program));
    }

    /** Asks for the programs that are attached, which takes what attaching one does. */
    static Optional<Obstacle> obstacle(GroupDir group, SettingSource.Program program) {
        Optional<CgroupPrograms> programs = group.files().programs();
        if (programs.isEmpty()) {
            return Optional.of(Obstacle.step(
                    Cause.NOT_IN_KERNEL, "there are no BPF programs here", "it needs " + program.since()));
        }
        try {
            programs.get().attached(group.path(), program.hook());
            return Optional.empty();
        } catch (UnsupportedSettingException e) {
            return Optional.of(
                    Obstacle.step(Cause.NOT_IN_KERNEL, "the kernel does not take BPF programs of groups", e.hint()));
        } catch (CgroupAccessException e) {
            return Optional.of(
                    Obstacle.step(Cause.NEEDS_PRIVILEGE, "this caller may not use BPF programs of groups", e.hint()));
        }
    }
}
