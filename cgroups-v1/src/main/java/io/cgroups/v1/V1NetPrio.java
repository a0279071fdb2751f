package io.cgroups.v1;

import io.cgroups.CgroupIoException;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.ValueRejectedException;
import io.cgroups.net.NetPrioController;
import io.cgroups.net.NetPrioSpec;
import io.cgroups.spi.DriverFacet;
import io.cgroups.spi.GroupContext;
import io.cgroups.spi.KernelWrite;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The net_prio controller, which only v1 has: one interface a write. */
final class V1NetPrio extends DriverFacet<NetPrioSpec, NetPrioController> implements NetPrioController {
    private static final String MAP = "net_prio.ifpriomap";

    V1NetPrio(GroupContext group) {
        super(group, Controller.NET_PRIO);
    }

    @Override
    protected NetPrioController self() {
        return this;
    }

    @Override
    public List<KernelWrite> plan(NetPrioSpec spec) {
        if (spec.priorities().isEmpty()) {
            return List.of();
        }
        Map<String, Long> before = priorities();
        return spec.priorities().entrySet().stream()
                .map(wanted -> write(wanted.getKey(), wanted.getValue())
                        .undoneBy(undo(wanted.getKey(), before))
                        .explainedBy(refusal -> explain(refusal, wanted.getKey())))
                .toList();
    }

    private KernelWrite write(String networkInterface, long priority) {
        return KernelWrite.of(dir(), MAP, networkInterface + " " + priority);
    }

    /** The file reads as all lines, and is written one line at a time: only the line that was changed goes back. */
    private List<KernelWrite> undo(String networkInterface, Map<String, Long> before) {
        return Optional.ofNullable(before.get(networkInterface)).stream()
                .map(priority -> write(networkInterface, priority))
                .toList();
    }

    private Optional<String> explain(CgroupIoException refusal, String networkInterface) {
        boolean isUnknown = refusal instanceof ValueRejectedException
                && refusal.errno().filter(Errno.ENODEV::equals).isPresent();
        return isUnknown
                ? Optional.of("the first network namespace of this machine has no interface " + networkInterface
                        + "; it has " + String.join(", ", priorities().keySet()))
                : Optional.empty();
    }

    @Override
    public Map<String, Long> priorities() {
        return dir().readFlatKeyed(MAP).all();
    }

    @Override
    public long index() {
        return dir().readNumber("net_prio.prioidx");
    }
}
