package io.cgroups.spi;

import io.cgroups.CgroupIoException;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.rdma.RdmaController;
import io.cgroups.rdma.RdmaLimits;
import io.cgroups.rdma.RdmaSpec;
import io.cgroups.rdma.RdmaStats;
import io.cgroups.rdma.RdmaUsage;
import io.cgroups.unit.Limit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The rdma controller, whose files are the same on v1 and v2. */
public final class RdmaFacet extends DriverFacet<RdmaSpec, RdmaController> implements RdmaController {
    private static final String MAX = "rdma.max";
    private static final String CURRENT = "rdma.current";
    private static final String HANDLES = "hca_handle";
    private static final String OBJECTS = "hca_object";
    private static final String UNLIMITED = "max";
    private static final String SINCE = "a group below the root of the hierarchy";

    /**
     * Binds the facet to a group.
     *
     * @param group the group, which must have the controller
     */
    public RdmaFacet(GroupContext group) {
        super(group, Controller.RDMA);
    }

    @Override
    protected RdmaController self() {
        return this;
    }

    @Override
    public List<KernelWrite> plan(RdmaSpec spec) {
        TreeSet<String> devices = new TreeSet<>(spec.hcaHandles().keySet());
        devices.addAll(spec.hcaObjects().keySet());
        if (devices.isEmpty()) {
            return List.of();
        }
        NestedKeyed present = nested(MAX);
        return devices.stream().map(device -> write(spec, device, present)).toList();
    }

    /** One line sets both limits at once; the file reads as the lines of all devices, so the undo names its own. */
    private KernelWrite write(RdmaSpec spec, String device, NestedKeyed present) {
        Optional<Limit<Long>> handles = Optional.ofNullable(spec.hcaHandles().get(device));
        Optional<Limit<Long>> objects = Optional.ofNullable(spec.hcaObjects().get(device));
        List<KernelWrite> undo = present.find(device).map(this::limits).stream()
                .map(before -> line(device, Optional.of(before.hcaHandles()), Optional.of(before.hcaObjects())))
                .map(line -> KernelWrite.of(dir(), MAX, line))
                .toList();
        return KernelWrite.of(dir(), MAX, line(device, handles, objects))
                .undoneBy(undo)
                .explainedBy(this::explain);
    }

    private static String line(String device, Optional<Limit<Long>> handles, Optional<Limit<Long>> objects) {
        return device
                + handles.map(limit -> " " + HANDLES + "=" + limit.text(String::valueOf, UNLIMITED))
                        .orElse("")
                + objects.map(limit -> " " + OBJECTS + "=" + limit.text(String::valueOf, UNLIMITED))
                        .orElse("");
    }

    private Optional<String> explain(CgroupIoException refusal) {
        return refusal.errno().filter(Errno.ENODEV::equals).map(unknown -> there(devices()));
    }

    private static String there(List<String> devices) {
        return devices.isEmpty()
                ? "this machine has no RDMA device"
                : "there is no such RDMA device; there are " + String.join(", ", devices);
    }

    private NestedKeyed nested(String file) {
        return NestedKeyed.parse(dir().file(file), readRequired(file, SINCE));
    }

    @Override
    public List<String> devices() {
        return List.copyOf(nested(MAX).all().keySet());
    }

    @Override
    public RdmaLimits max(String device) {
        return limits(require(nested(MAX), MAX, device));
    }

    private RdmaLimits limits(Map<String, String> values) {
        return new RdmaLimits(limit(values, HANDLES), limit(values, OBJECTS));
    }

    /** A value that is not there limits nothing. */
    private Limit<Long> limit(Map<String, String> values, String name) {
        String text = values.getOrDefault(name, UNLIMITED);
        return text.equals(UNLIMITED) ? Limit.unlimited() : Limit.of(KernelNumbers.parse(dir().file(MAX), text));
    }

    @Override
    public RdmaUsage current(String device) {
        return usage(require(nested(CURRENT), CURRENT, device));
    }

    private RdmaUsage usage(Map<String, String> values) {
        Map<String, Long> all = new LinkedHashMap<>();
        values.forEach((name, text) -> all.put(name, KernelNumbers.parseCounter(dir().file(CURRENT), text)));
        return new RdmaUsage(all);
    }

    private Map<String, String> require(NestedKeyed nested, String file, String device) {
        return nested.find(device)
                .orElseThrow(() -> new UnsupportedSettingException(Failure.of(
                                "read " + device, there(List.copyOf(nested.all().keySet())))
                        .at(dir().file(file))));
    }

    @Override
    public RdmaStats stats() {
        Map<String, RdmaUsage> current = new LinkedHashMap<>();
        nested(CURRENT).all().forEach((device, values) -> current.put(device, usage(values)));
        return new RdmaStats(current);
    }
}
