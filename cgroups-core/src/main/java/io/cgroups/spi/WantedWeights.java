package io.cgroups.spi;

import io.cgroups.InvalidValueException;
import io.cgroups.blkio.BlkioSpec;
import io.cgroups.blkio.BlkioWeight;
import io.cgroups.blkio.IoWeight;
import io.cgroups.blkio.IoWeightConversion;
import io.cgroups.blkio.WeightScale;
import io.cgroups.unit.DeviceNumber;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The weights of a specification for disks, on the scale of v1 and on that of v2, whichever was given. Immutable.
 *
 * @param spec the specification
 * @param scale the scale of the kernel's v1 weights
 */
public record WantedWeights(BlkioSpec spec, WeightScale scale) {

    /**
     * Checks the weights that are given on the scale of v1.
     *
     * @param spec see the record
     * @param scale see the record
     * @throws InvalidValueException if one is not on this scale
     */
    public WantedWeights {
        spec.weight().ifPresent(scale::check);
        spec.deviceWeights().values().forEach(weight -> weight.ifPresent(scale::check));
    }

    /**
     * Whether a specification mentions no weight.
     *
     * @param spec the specification
     * @return true when there is none
     */
    public static boolean areNone(BlkioSpec spec) {
        return spec.weight().isEmpty() && spec.io().weight().isEmpty() && areNoneOfDisks(spec);
    }

    /**
     * Whether a specification mentions no weight of a single disk.
     *
     * @param spec the specification
     * @return true when there is none
     */
    public static boolean areNoneOfDisks(BlkioSpec spec) {
        return spec.deviceWeights().isEmpty() && spec.io().deviceWeights().isEmpty();
    }

    private IoWeightConversion conversion() {
        return IoWeightConversion.usual(scale);
    }

    /**
     * The weight on every disk.
     *
     * @return the weight on the scale of v1, empty when it is not mentioned
     */
    public Optional<BlkioWeight> group() {
        return spec.weight().or(() -> spec.io().weight().map(conversion()::toBlkioWeight));
    }

    /**
     * The weight on every disk.
     *
     * @return the weight on the scale of v2, empty when it is not mentioned
     */
    public Optional<IoWeight> ioGroup() {
        return spec.io().weight().or(() -> spec.weight().map(conversion()::toIoWeight));
    }

    /**
     * The weights on single disks.
     *
     * @return the weights by disk on the scale of v1, empty to take one away
     */
    public Map<DeviceNumber, Optional<BlkioWeight>> devices() {
        Map<DeviceNumber, Optional<BlkioWeight>> all = new TreeMap<>(spec.deviceWeights());
        spec.io()
                .deviceWeights()
                .forEach((device, weight) ->
                        all.put(device, Optional.of(conversion().toBlkioWeight(weight))));
        return all;
    }

    /**
     * The weights on single disks.
     *
     * @return the weights by disk on the scale of v2, empty to take one away
     */
    public Map<DeviceNumber, Optional<IoWeight>> ioDevices() {
        Map<DeviceNumber, Optional<IoWeight>> all = new TreeMap<>();
        spec.deviceWeights().forEach((device, weight) -> all.put(device, weight.map(conversion()::toIoWeight)));
        spec.io().deviceWeights().forEach((device, weight) -> all.put(device, Optional.of(weight)));
        return all;
    }
}
