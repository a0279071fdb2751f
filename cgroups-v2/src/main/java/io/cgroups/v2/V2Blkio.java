package io.cgroups.v2;

import io.cgroups.Controller;
import io.cgroups.Failure;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.blkio.BlkioController;
import io.cgroups.blkio.BlkioSpec;
import io.cgroups.blkio.BlkioStats;
import io.cgroups.blkio.BlkioWeight;
import io.cgroups.blkio.CostModel;
import io.cgroups.blkio.CostQos;
import io.cgroups.blkio.IoWeight;
import io.cgroups.blkio.Throttle;
import io.cgroups.blkio.WeightScale;
import io.cgroups.spi.BlockDevices;
import io.cgroups.spi.DriverFacet;
import io.cgroups.spi.GroupContext;
import io.cgroups.spi.KernelWrite;
import io.cgroups.spi.WantedWeights;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.DeviceNumber;
import io.cgroups.unit.Limit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The io controller of v2, which v1 calls blkio. */
final class V2Blkio extends DriverFacet<BlkioSpec, BlkioController> implements BlkioController {
    private static final String STAT = "io.stat";
    private static final String BELOW_ROOT = ", and a group below the root of the hierarchy";
    private static final String THROTTLE_SINCE = "CONFIG_BLK_DEV_THROTTLING" + BELOW_ROOT;
    private static final String WEIGHT_SINCE = "CONFIG_BLK_CGROUP_IOCOST or the scheduler bfq" + BELOW_ROOT;
    private static final String LATENCY_SINCE = "Linux 4.19 built with CONFIG_BLK_CGROUP_IOLATENCY" + BELOW_ROOT;
    private static final String COST_SINCE =
            "Linux 5.4 built with CONFIG_BLK_CGROUP_IOCOST, and the root of the hierarchy";

    V2Blkio(GroupContext group) {
        super(group, Controller.BLKIO);
    }

    @Override
    protected BlkioController self() {
        return this;
    }

    @Override
    public List<KernelWrite> plan(BlkioSpec wanted) {
        BlkioSpec spec = wanted.on(this::disk);
        List<KernelWrite> writes = new ArrayList<>();
        if (!V2BlkioPlan.limitedDevices(spec).isEmpty()) {
            writes.addAll(new V2BlkioPlan(dir(), throttles()).writes(spec));
        }
        if (!WantedWeights.areNone(spec)) {
            V2BlkioWeights weights = weights();
            writes.addAll(new V2BlkioWeightPlan(weights).writes(new WantedWeights(spec, weights.scale())));
        }
        V2BlkioLatency latency = new V2BlkioLatency(dir());
        if (!spec.io().latencyTargets().isEmpty()) {
            writes.addAll(latency.writes(spec.io().latencyTargets(), latencyTargets()));
        }
        V2BlkioCost cost = new V2BlkioCost(dir());
        if (!spec.io().costModels().isEmpty()) {
            writes.addAll(cost.models(spec.io().costModels(), costModels()));
        }
        if (!spec.io().costQos().isEmpty()) {
            writes.addAll(cost.qualities(spec.io().costQos(), costQos()));
        }
        return List.copyOf(writes);
    }

    @Override
    public DeviceNumber disk(DeviceNumber device) {
        return BlockDevices.of(dir().files()).diskOf(device).orElse(device);
    }

    @Override
    public Map<DeviceNumber, Throttle> throttles() {
        return V2BlkioThrottles.parse(dir().file(V2BlkioPlan.MAX), readRequired(V2BlkioPlan.MAX, THROTTLE_SINCE));
    }

    @Override
    public Limit<DataSize> readBps(DeviceNumber device) {
        return throttle(device).readBps();
    }

    @Override
    public Limit<DataSize> writeBps(DeviceNumber device) {
        return throttle(device).writeBps();
    }

    @Override
    public Limit<Long> readIops(DeviceNumber device) {
        return throttle(device).readIops();
    }

    @Override
    public Limit<Long> writeIops(DeviceNumber device) {
        return throttle(device).writeIops();
    }

    /** The weights, or the exception for the file that most kernels have. */
    private V2BlkioWeights weights() {
        V2BlkioWeights weights = new V2BlkioWeights(dir());
        if (weights.areMissing()) {
            require(V2BlkioWeights.IO, WEIGHT_SINCE);
        }
        return weights;
    }

    @Override
    public Optional<WeightScale> weightScale() {
        V2BlkioWeights weights = new V2BlkioWeights(dir());
        if (!weights.areMissing()) {
            return Optional.of(weights.scale());
        }
        group().whyUnavailable(Controller.BLKIO).ifPresent(disabled -> {
            throw disabled;
        });
        return Optional.empty();
    }

    @Override
    public BlkioWeight weight() {
        return weights().group();
    }

    @Override
    public Map<DeviceNumber, BlkioWeight> deviceWeights() {
        return weights().devices();
    }

    @Override
    public IoWeight ioWeight() {
        return weights().ioGroup();
    }

    @Override
    public Map<DeviceNumber, IoWeight> deviceIoWeights() {
        return weights().ioDevices();
    }

    @Override
    public Map<DeviceNumber, Duration> latencyTargets() {
        return new V2BlkioLatency(dir()).parse(readRequired(V2BlkioLatency.FILE, LATENCY_SINCE));
    }

    @Override
    public Map<DeviceNumber, CostQos> costQos() {
        return V2BlkioCostText.qualities(dir().file(V2BlkioCost.QOS), readRequired(V2BlkioCost.QOS, COST_SINCE));
    }

    @Override
    public Map<DeviceNumber, Optional<CostModel>> costModels() {
        return V2BlkioCostText.models(dir().file(V2BlkioCost.MODEL), readRequired(V2BlkioCost.MODEL, COST_SINCE));
    }

    @Override
    public BlkioStats stats() {
        return V2BlkioStats.parse(dir().file(STAT), readRequired(STAT, "CONFIG_BLK_CGROUP"));
    }

    @Override
    public BlkioController resetStats() {
        throw new UnsupportedSettingException(
                Failure.of("reset the statistics of io", "v2 counts on for ever; take the difference of two snapshots")
                        .at(dir().file(STAT)));
    }

    /** A file of name=value pairs of devices, without what the kernel says about disks that have no number. */
    static Map<DeviceNumber, Map<String, String>> devices(Map<String, Map<String, String>> byKey) {
        Map<DeviceNumber, Map<String, String>> devices = new TreeMap<>();
        byKey.forEach((key, values) -> {
            if (key.indexOf(':') > 0) {
                devices.put(DeviceNumber.parse(key), values);
            }
        });
        return devices;
    }
}
