package io.cgroups.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A command can be pasted into a shell. */
class ShellCommandTest {

    @Test
    void eachStepNeedsTheOneBefore() {
        assertThat(new ShellCommand()
                        .makeDirectory(Path.of("/a/b"))
                        .give("alice", List.of(Path.of("/a/b"), Path.of("/a/b/tasks")))
                        .write("+cpu", Path.of("/a/c"))
                        .toString())
                .isEqualTo("mkdir -p /a/b && chown alice /a/b /a/b/tasks && echo +cpu > /a/c");
    }

    @Test
    void whatAShellWouldTakeApartIsQuoted() {
        assertThat(ShellCommand.quoted(Path.of("/a b/it's"))).isEqualTo("'/a b/it'\\''s'");
        assertThat(ShellCommand.quoted(Path.of("/sys/fs/cgroup/cpu,cpuacct"))).isEqualTo("/sys/fs/cgroup/cpu,cpuacct");
    }
}
