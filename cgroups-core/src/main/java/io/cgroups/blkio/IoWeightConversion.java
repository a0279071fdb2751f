package io.cgroups.blkio;

import io.cgroups.internal.unit.Scales;
import io.cgroups.unit.Converted;

/**
 * How weights of v1 ({@code blkio.weight}, {@code blkio.bfq.weight}, and {@code io.bfq.weight} of v2 with the same scale) and
 * weights of v2 ({@code io.weight}) are translated into each other.
 */
public enum IoWeightConversion {
    /**
     * Keeps the ratio between groups and the defaults of CFQ and v2, 500 to 100, and cuts what does not fit, as systemd does;
     * the default.
     */
    DEFAULT_PRESERVING(WeightScale.CFQ) {
        @Override
        double io(int blkio) {
            return Math.floor(blkio / 5.0);
        }

        @Override
        double blkio(int io) {
            return io * 5.0;
        }
    },
    /**
     * Maps the ends of both scales onto each other in a straight line, 10 to 1 and 1000 to 10000, as the OCI container
     * runtimes do: the default of 500 becomes 4950, and not the default of 100. Every weight of v1 comes back exactly.
     */
    OCI(WeightScale.CFQ) {
        @Override
        double io(int blkio) {
            return 1 + Math.floor((blkio - 10) * 9999 / 990.0);
        }

        @Override
        double blkio(int io) {
            return 10 + Math.ceil((io - 1) * 990 / 9999.0);
        }
    },
    /**
     * Maps minimum, default and maximum of BFQ and v2 onto each other, 1, 100 and 1000 to 1, 100 and 10000, in two straight
     * lines, as systemd does for {@code io.bfq.weight}. Every weight of BFQ comes back exactly.
     */
    BFQ(WeightScale.BFQ) {
        @Override
        double io(int blkio) {
            return blkio <= 100 ? blkio : 100 + (blkio - 100) * 11.0;
        }

        @Override
        double blkio(int io) {
            return io <= 100 ? io : 100 + Math.floor((io - 100) / 11.0);
        }
    };

    private final WeightScale scale;

    IoWeightConversion(WeightScale scale) {
        this.scale = scale;
    }

    /** The v2 weight before it is cut to the scale. */
    abstract double io(int blkio);

    /** The v1 weight before it is cut to the scale. */
    abstract double blkio(int io);

    /**
     * The one that drivers use.
     *
     * @param scale the scale of the weights of v1
     * @return {@link #DEFAULT_PRESERVING} or {@link #BFQ}
     */
    public static IoWeightConversion usual(WeightScale scale) {
        return scale == WeightScale.BFQ ? BFQ : DEFAULT_PRESERVING;
    }

    /**
     * The scale of v1 weights that this translates from and to.
     *
     * @return the scheduler
     */
    public WeightScale scale() {
        return scale;
    }

    /**
     * Translates to the scale of v2.
     *
     * @param weight v1 weight; one under the minimum of {@link #scale()} is taken for the minimum
     * @return the weight
     */
    public IoWeight toIoWeight(BlkioWeight weight) {
        return IoWeight.of((int) Scales.cut(io(weight.value()), IoWeight.MIN, IoWeight.MAX));
    }

    /**
     * Translates to the scale of v1.
     *
     * @param weight v2 weight
     * @return a weight of {@link #scale()}
     */
    public BlkioWeight toBlkioWeight(IoWeight weight) {
        return BlkioWeight.of(
                (int) Scales.cut(blkio(weight.value()), scale.min().value(), BlkioWeight.MAX));
    }

    /**
     * Translates to the scale of v2 and says what was lost.
     *
     * @param weight v1 weight
     * @return the weight, always there, and what {@link #toBlkioWeight} makes of it other than this one
     */
    public Converted<IoWeight> convert(BlkioWeight weight) {
        IoWeight result = toIoWeight(weight);
        return Scales.judge(
                "blkio weight",
                weight.value(),
                "io weight",
                result,
                io(weight.value()),
                toBlkioWeight(result).value(),
                IoWeight.MIN,
                IoWeight.MAX);
    }

    /**
     * Translates to the scale of v1 and says what was lost.
     *
     * @param weight v2 weight
     * @return the weight, always there, and what {@link #toIoWeight} makes of it other than this one
     */
    public Converted<BlkioWeight> convert(IoWeight weight) {
        BlkioWeight result = toBlkioWeight(weight);
        return Scales.judge(
                "io weight",
                weight.value(),
                "blkio weight",
                result,
                blkio(weight.value()),
                toIoWeight(result).value(),
                scale.min().value(),
                BlkioWeight.MAX);
    }
}
