package io.cgroups.contract;

import io.cgroups.Cgroups;
import io.cgroups.testkit.InMemoryKernel;
import java.time.Duration;
import java.util.Optional;

/** The in-memory kernel, made anew by each clean-up. */
public final class InMemoryHost implements TestHost {
    private InMemoryKernel kernel = InMemoryKernel.v1();
    private int names;

    @Override
    public Cgroups cgroups() {
        return kernel.cgroups();
    }

    @Override
    public String newName() {
        return "test-" + names++;
    }

    @Override
    public long startProcess() {
        return kernel.startProcess();
    }

    @Override
    public long deadPid() {
        return 4_999_999;
    }

    @Override
    public void burn(long pid) {
        kernel.demand(pid, 1.0);
        kernel.advance(Duration.ofSeconds(3));
    }

    @Override
    public Optional<String> blockDevice() {
        return Optional.of("8:0");
    }

    @Override
    public void cleanUp() {
        kernel = InMemoryKernel.v1();
    }
}
