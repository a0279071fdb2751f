package io.cgroups.contract;

import io.cgroups.Capabilities;
import io.cgroups.Cgroup;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.spi.KernelFiles;
import io.cgroups.testkit.InMemoryKernel;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.DeviceNumber;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** The in-memory kernel, made anew by each clean-up. */
public final class InMemoryHost implements TestHost {
    private final Supplier<InMemoryKernel> kernels;
    private InMemoryKernel kernel;
    private int names;

    /** Hosts of the usual kernel. */
    public InMemoryHost() {
        this(InMemoryKernel::v1);
    }

    /** Hosts of kernels of another kind. */
    public InMemoryHost(Supplier<InMemoryKernel> kernels) {
        this.kernels = kernels;
        this.kernel = kernels.get();
    }

    @Override
    public Cgroups cgroups() {
        return Cgroups.builder().kernel(noted()).build();
    }

    @Override
    public Cgroups cgroupsWith(String namedHierarchy) {
        return Cgroups.builder().kernel(noted()).named(namedHierarchy).build();
    }

    private NotedFiles noted() {
        return new NotedFiles(
                kernel, "memory-" + kernel.cgroups().layout().kind().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public KernelFiles files() {
        return kernel;
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
    public boolean startUsing(Cgroup group, DataSize memory) {
        group.attach(kernel.startProcess());
        return kernel.useMemory(group.files(Controller.MEMORY).directory(), memory);
    }

    @Override
    public void stopUsing(Cgroup group) {
        kernel.useMemory(group.files(Controller.MEMORY).directory(), DataSize.ofBytes(0));
    }

    @Override
    public List<DeviceNumber> disks() {
        return List.of(new DeviceNumber(8, 0), new DeviceNumber(8, 16));
    }

    @Override
    public DeviceNumber bfqDisk() {
        return new DeviceNumber(8, 16);
    }

    @Override
    public void pass(Duration time) {
        kernel.advance(time);
    }

    /** Plugged in when it is first asked for. */
    @Override
    public Optional<String> rdmaDevice() {
        kernel.addRdmaDevice("siw0");
        return Optional.of("siw0");
    }

    /** There from when it is first asked for. */
    @Override
    public Optional<String> miscResource() {
        kernel.addMiscResource("sev", 5);
        return Optional.of("sev");
    }

    @Override
    public void note(Capabilities capabilities) {
        noted().note(capabilities);
    }

    @Override
    public void cleanUp() {
        kernel = kernels.get();
    }
}
