package io.cgroups.vm.guest;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.OnClose;
import io.cgroups.ScopedCgroup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@link SelfLimiting} in a cgroup namespace with a mount of its own: the group of the container is the root there. */
public class ContainerGuest {
    private static final String ENTER = "echo 0 >\"$0\"/cgroup.procs || exit 125; ";
    private static final String CONTAINER =
            "exec unshare -C -m sh -c 'umount /sys/fs/cgroup && mount -t cgroup2 none /sys/fs/cgroup && exec \"$0\" \"$@\"' \"$@\"";

    private static List<String> run(Cgroup container, String first) throws IOException {
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        ENTER + first + CONTAINER,
                        container.files(Controller.CPU).directory().toString(),
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SelfLimiting.class.getName())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.println(text);
        return text.lines().toList();
    }

    private static ScopedCgroup container() {
        return Cgroups.system().scoped("container", OnClose.KILL, Controller.CPU, Controller.MEMORY);
    }

    @Test
    void theOnlyProcessLimitsItselfOnTwoLevelsAndComesBack() throws Exception {
        try (ScopedCgroup scope = container()) {
            assertThat(run(scope.group(), ""))
                    .containsExactly(
                            "at first: 0::/ enabled [] groups 0",
                            "limited to 50000 100000: 0::/x enabled [cpu memory] groups 1",
                            "limited to 50000 100000: 0::/x/y enabled [cpu memory] groups 1",
                            "back in x: 0::/x enabled [cpu memory] groups 1",
                            "at last: 0::/ enabled [] groups 0");
        }
    }

    @Test
    void nextToAnotherProcessItIsToldToEvacuateAndThenItWorks() throws Exception {
        try (ScopedCgroup scope = container()) {
            List<String> lines = run(scope.group(), "sleep 100 >/dev/null 2>&1 & ");

            assertThat(lines).hasSize(6);
            assertThat(lines.get(1))
                    .startsWith("busy: /sys/fs/cgroup has processes itself [")
                    .contains("evacuate()");
            assertThat(lines.get(2)).isEqualTo("still: 0::/ enabled [] groups 0");
            assertThat(lines.get(3)).isEqualTo("evacuated: 1");
            assertThat(lines.get(4)).isEqualTo("limited to 50000 100000: 0::/x enabled [cpu] groups 2");
            assertThat(lines.get(5)).isEqualTo("at last: 0::/ enabled [] groups 0");
            assertThat(scope.group().processes()).hasSize(1);
            assertThat(Files.readString(
                            scope.group().files(Controller.CPU).directory().resolve("cgroup.procs")))
                    .matches(Pattern.compile("\\d+\n"));
        }
    }
}
