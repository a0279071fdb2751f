package io.cgroups.v1;

import io.cgroups.Controller;
import io.cgroups.Failure;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.blkio.BlkioController;
import io.cgroups.blkio.BlkioDeviceStats;
import io.cgroups.blkio.BlkioSpec;
import io.cgroups.blkio.BlkioStats;
import io.cgroups.blkio.BlkioWeight;
import io.cgroups.blkio.CostModel;
import io.cgroups.blkio.CostQos;
import io.cgroups.blkio.IoSettings;
import io.cgroups.blkio.IoWeight;
import io.cgroups.blkio.IoWeightConversion;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The blkio controller of v1. */
final class V1Blkio extends DriverFacet<BlkioSpec, BlkioController> implements BlkioController {
    static final String READ_BPS = "blkio.throttle.read_bps_device";
    static final String WRITE_BPS = "blkio.throttle.write_bps_device";
    static final String READ_IOPS = "blkio.throttle.read_iops_device";
    static final String WRITE_IOPS = "blkio.throttle.write_iops_device";

    private static final String THROTTLE_SINCE = "CONFIG_BLK_DEV_THROTTLING";
    private static final String RESET = "blkio.reset_stats";

    private static final Failure LATENCY = Failure.of(
            "use io.latency", "v1 has no latency targets; hold the groups beside this one back with limits (throttle)");
    private static final Failure COST = Failure.of(
            "use io.cost.qos and io.cost.model",
            "v1 has no cost model; weights count on disks that run the scheduler bfq (cfq up to Linux 4.20)");

    V1Blkio(GroupContext group) {
        super(group, Controller.BLKIO);
    }

    @Override
    protected BlkioController self() {
        return this;
    }

    @Override
    public List<KernelWrite> plan(BlkioSpec wanted) {
        BlkioSpec spec = wanted.on(this::disk);
        refuseWhatOnlyV2Has(spec.io());
        V1BlkioPlan plan = new V1BlkioPlan(dir()).throttles(this::table, spec);
        if (!WantedWeights.areNone(spec)) {
            V1BlkioWeights weights = weights();
            if (!WantedWeights.areNoneOfDisks(spec)) {
                require(weights.deviceFile(), V1BlkioWeights.DEVICE_SINCE);
            }
            plan.weights(weights, new WantedWeights(spec, weights.scale()));
        }
        return plan.writes();
    }

    private void refuseWhatOnlyV2Has(IoSettings io) {
        if (!io.latencyTargets().isEmpty()) {
            throw onlyOnV2(LATENCY);
        }
        if (!io.costQos().isEmpty() || !io.costModels().isEmpty()) {
            throw onlyOnV2(COST);
        }
    }

    private UnsupportedSettingException onlyOnV2(Failure failure) {
        return new UnsupportedSettingException(failure.at(dir().path()));
    }

    @Override
    public DeviceNumber disk(DeviceNumber device) {
        return BlockDevices.of(dir().files()).diskOf(device).orElse(device);
    }

    @Override
    public Map<DeviceNumber, Throttle> throttles() {
        V1DeviceTable readBps = table(READ_BPS);
        V1DeviceTable writeBps = table(WRITE_BPS);
        V1DeviceTable readIops = table(READ_IOPS);
        V1DeviceTable writeIops = table(WRITE_IOPS);
        TreeSet<DeviceNumber> devices = new TreeSet<>();
        Stream.of(readBps, writeBps, readIops, writeIops)
                .forEach(table -> devices.addAll(table.devices().keySet()));
        Map<DeviceNumber, Throttle> throttles = new TreeMap<>();
        devices.forEach(device -> throttles.put(
                device,
                new Throttle(
                        bytes(readBps, device),
                        bytes(writeBps, device),
                        number(readIops, device),
                        number(writeIops, device))));
        return throttles;
    }

    private V1DeviceTable table(String file) {
        return V1DeviceTable.parse(dir().file(file), readRequired(file, THROTTLE_SINCE));
    }

    private static Limit<Long> number(V1DeviceTable table, DeviceNumber device) {
        return table.number(device).map(Limit::of).orElseGet(Limit::unlimited);
    }

    private static Limit<DataSize> bytes(V1DeviceTable table, DeviceNumber device) {
        return number(table, device).map(DataSize::ofBytes);
    }

    @Override
    public Limit<DataSize> readBps(DeviceNumber device) {
        return bytes(table(READ_BPS), disk(device));
    }

    @Override
    public Limit<DataSize> writeBps(DeviceNumber device) {
        return bytes(table(WRITE_BPS), disk(device));
    }

    @Override
    public Limit<Long> readIops(DeviceNumber device) {
        return number(table(READ_IOPS), disk(device));
    }

    @Override
    public Limit<Long> writeIops(DeviceNumber device) {
        return number(table(WRITE_IOPS), disk(device));
    }

    @Override
    public Optional<WeightScale> weightScale() {
        return V1BlkioWeights.find(dir()).map(V1BlkioWeights::scale);
    }

    /** The weights, or the exception for the file that every kernel since Linux 5.0 has if any. */
    private V1BlkioWeights weights() {
        return V1BlkioWeights.find(dir()).orElseGet(() -> {
            require(V1BlkioWeights.file(WeightScale.BFQ), V1BlkioWeights.SINCE);
            return new V1BlkioWeights(dir(), WeightScale.BFQ);
        });
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
        V1BlkioWeights weights = weights();
        return IoWeightConversion.usual(weights.scale()).toIoWeight(weights.group());
    }

    @Override
    public Map<DeviceNumber, IoWeight> deviceIoWeights() {
        V1BlkioWeights weights = weights();
        Map<DeviceNumber, IoWeight> converted = new TreeMap<>();
        weights.devices()
                .forEach((device, weight) -> converted.put(
                        device, IoWeightConversion.usual(weights.scale()).toIoWeight(weight)));
        return converted;
    }

    @Override
    public Map<DeviceNumber, Duration> latencyTargets() {
        throw onlyOnV2(LATENCY);
    }

    @Override
    public Map<DeviceNumber, CostQos> costQos() {
        throw onlyOnV2(COST);
    }

    @Override
    public Map<DeviceNumber, Optional<CostModel>> costModels() {
        throw onlyOnV2(COST);
    }

    @Override
    public BlkioStats stats() {
        return V1BlkioStats.read(dir());
    }

    @Override
    public Map<DeviceNumber, BlkioDeviceStats> totals() {
        return V1BlkioStats.totals(dir());
    }

    @Override
    public BlkioController resetStats() {
        dir().write(require(RESET, "blkio on a v1 hierarchy"), "1");
        return this;
    }
}
