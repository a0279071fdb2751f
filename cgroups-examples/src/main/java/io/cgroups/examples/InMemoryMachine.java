package io.cgroups.examples;

import io.cgroups.Cgroups;
import io.cgroups.testkit.InMemoryKernel;
import java.time.Duration;

/** A simulated machine of two CPUs, for systems whose kernel cannot or must not be used. */
final class InMemoryMachine implements Machine {
    private final InMemoryKernel kernel = InMemoryKernel.v1();
    private final Cgroups cgroups = kernel.cgroups();

    @Override
    public Cgroups cgroups() {
        return cgroups;
    }

    @Override
    public void burn() {
        kernel.demand(ProcessHandle.current().pid(), 2.0);
    }

    @Override
    public void stop() {
        kernel.demand(ProcessHandle.current().pid(), 0);
    }

    @Override
    public void pass(Duration time) {
        kernel.advance(time);
    }

    @Override
    public long nanoTime() {
        return kernel.clock().nanoTime();
    }

    @Override
    public String label() {
        return "[in-memory] ";
    }
}
