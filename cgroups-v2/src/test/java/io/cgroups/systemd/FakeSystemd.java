package io.cgroups.systemd;

import io.cgroups.CgroupsUnavailableException;
import io.cgroups.Failure;
import io.cgroups.SystemdException;
import io.cgroups.internal.systemd.Systemd;
import io.cgroups.internal.systemd.UnitManager;
import io.cgroups.internal.systemd.UnitProperty;
import io.cgroups.testkit.InMemoryKernel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A systemd that does to an in-memory kernel what the real one does: it makes the group and puts the processes there. */
final class FakeSystemd implements Systemd {
    private final InMemoryKernel kernel;
    final List<String> calls = new ArrayList<>();
    final Map<String, Object> properties = new HashMap<>();
    final Set<String> unknown = new HashSet<>();
    boolean running = true;
    boolean endsAtOnce;
    int open;

    FakeSystemd(InMemoryKernel kernel) {
        this.kernel = kernel;
    }

    @Override
    public InMemoryKernel files() {
        return kernel;
    }

    @Override
    public long ownPid() {
        return 4711;
    }

    @Override
    public ServiceManager usual() {
        return ServiceManager.SYSTEM;
    }

    @Override
    public void requireRunning() {
        if (!running) {
            throw new CgroupsUnavailableException(Failure.of("connect", "no systemd"));
        }
    }

    @Override
    public UnitManager connect(ServiceManager manager, Duration limit) {
        calls.add("connect " + manager + " " + limit);
        open++;
        return new Connection();
    }

    private final class Connection implements UnitManager {
        @Override
        public void start(String unit, List<UnitProperty> wanted) {
            calls.add("start " + unit);
            if (wanted.stream().anyMatch(property -> unknown.contains(property.name()))) {
                throw new SystemdException(Failure.of("start", "unknown property"), unit, UNKNOWN_PROPERTY);
            }
            properties.clear();
            properties.putAll(wanted.stream().collect(Collectors.toMap(UnitProperty::name, UnitProperty::value)));
            if (!endsAtOnce) {
                kernel.createDirectory(Path.of("/sys/fs/cgroup/system.slice"));
                kernel.createDirectory(directory(unit));
                ((List<?>) properties.get("PIDs"))
                        .forEach(pid -> kernel.write(directory(unit).resolve("cgroup.procs"), pid.toString()));
            }
        }

        @Override
        public void stop(String unit) {
            calls.add("stop " + unit);
            for (String child : kernel.directories(directory(unit))) {
                kernel.read(directory(unit).resolve(child).resolve("cgroup.procs"))
                        .lines()
                        .forEach(pid -> kernel.kill(Long.parseLong(pid)));
                kernel.removeDirectory(directory(unit).resolve(child));
            }
            kernel.removeDirectory(directory(unit));
        }

        @Override
        public String controlGroup(String unit) {
            return endsAtOnce ? "" : "/system.slice/" + unit;
        }

        @Override
        public void close() {
            open--;
        }
    }

    private static Path directory(String unit) {
        return Path.of("/sys/fs/cgroup/system.slice", unit);
    }
}
