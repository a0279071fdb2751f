package io.cgroups.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.contract.LinuxHost;
import io.cgroups.cpuset.IdSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members really run where their cpuset says, which only a kernel with a scheduler can show. */
class HostV1CpusetIT {
    /** Position of the CPU a process ran on last among the fields of /proc/PID/stat that follow its name; proc(5). */
    private static final int PROCESSOR = 36;

    private final LinuxHost host = new LinuxHost();

    @BeforeEach
    void needsCpuset() {
        host.assumeV1(Controller.CPUSET);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void aMemberRunsOnTheCpusOfItsGroupAndFollowsThem() throws IOException {
        long pid = host.startProcess();
        Cgroup box = host.cgroups().create(host.newName(), Controller.CPUSET).attach(pid);
        IdSet cpus = box.cpuset().cpus();
        assertThat(allowed(pid, "Cpus_allowed_list")).isEqualTo(cpus);
        assertThat(allowed(pid, "Mems_allowed_list")).isEqualTo(box.cpuset().mems());

        host.burn(pid);
        for (int cpu : cpus) {
            box.cpus(IdSet.of(cpu));
            assertThat(allowed(pid, "Cpus_allowed_list")).isEqualTo(IdSet.of(cpu));
            assertThat(processor(pid)).isEqualTo(cpu);
        }
        box.cpus(cpus);
        assertThat(allowed(pid, "Cpus_allowed_list")).isEqualTo(cpus);
    }

    @Test
    void aMemberThatMovesGetsTheCpusOfTheOtherGroup() throws IOException {
        Cgroup box = host.cgroups().create(host.newName(), Controller.CPUSET);
        IdSet cpus = box.cpuset().cpus();
        IdSet last = IdSet.of(cpus.stream().max().orElseThrow());
        Cgroup inner = box.child("inner").cpus(last);
        long pid = host.startProcess();

        inner.attach(pid);
        assertThat(allowed(pid, "Cpus_allowed_list")).isEqualTo(last);
        box.attach(pid);
        assertThat(allowed(pid, "Cpus_allowed_list")).isEqualTo(cpus);
    }

    private static IdSet allowed(long pid, String name) throws IOException {
        String line = Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(each -> each.startsWith(name + ":"))
                .findFirst()
                .orElseThrow();
        return IdSet.parse(line.substring(name.length() + 1));
    }

    private static int processor(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Integer.parseInt(fields[PROCESSOR]);
    }
}
