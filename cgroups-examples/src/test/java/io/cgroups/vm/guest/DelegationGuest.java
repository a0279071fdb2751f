package io.cgroups.vm.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroups;
import io.cgroups.delegation.DelegationScenarios;
import io.cgroups.diagnosis.Cause;
import io.cgroups.diagnosis.Obstacle;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An ordinary user in groups of the hierarchies of the machine, and what only a machine of its own can show. */
public class DelegationGuest extends DelegationScenarios {

    @Test
    void whoIsInNoGroupIsGivenOne() throws IOException {
        givesAGroupToWhoIsInTheRoot("nobody");
    }

    @Test
    void whatIsNotMountedIsMountedByTheCommandThatIsNamed() throws IOException {
        List<String> commands = mounting();
        for (String command : commands) {
            run(command);
        }
        try {
            assertThat(mounting()).isEmpty();
        } finally {
            for (String command : commands) {
                run("umount " + command.substring(command.lastIndexOf(' ') + 1));
            }
        }
        assertThat(mounting()).isEqualTo(List.copyOf(again(commands)));
    }

    /** The directories are there from now on. */
    private static List<String> again(List<String> commands) {
        return commands.stream()
                .map(command -> command.substring(command.indexOf("mount -t")))
                .toList();
    }

    private static List<String> mounting() {
        return Cgroups.builder().build().diagnose().allObstacles().stream()
                .filter(obstacle -> obstacle.cause() == Cause.NOT_MOUNTED)
                .map(Obstacle::command)
                .flatMap(Optional::stream)
                .toList();
    }
}
