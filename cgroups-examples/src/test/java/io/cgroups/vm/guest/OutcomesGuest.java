package io.cgroups.vm.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** One test of each outcome, to see that all of them reach the host. */
public class OutcomesGuest {
    @Test
    void passes() {
        assertThat(Files.exists(Path.of("/proc/self"))).isTrue();
    }

    @Test
    @DisplayName("fails on purpose")
    void fails() {
        fail("on purpose");
    }

    @Test
    void skips() {
        abort("on purpose");
    }
}
