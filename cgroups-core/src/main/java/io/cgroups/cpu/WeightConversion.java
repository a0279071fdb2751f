package io.cgroups.cpu;

import io.cgroups.internal.unit.Scales;
import io.cgroups.unit.Converted;

/**
 * How v1 shares and v2 weights are translated into each other. The two scales agree on which group gets more, not on how
 * much more, so a translation is a choice.
 */
public enum WeightConversion {
    /**
     * The curve of the OCI container runtimes since 2025 (runc 1.3.2, crun 1.23): minimum, default and maximum of both
     * scales meet, that is 2 and 1, 1024 and 100, 262144 and 10000; between them the weight is
     * {@code ceil(10^((l^2 + 125 l) / 612 - 7/34))} with {@code l = log2(shares)}. Its inverse, rounded down, gives every
     * weight back exactly.
     */
    OCI {
        @Override
        double weight(long shares) {
            double log = Math.log((double) shares) / Math.log(2);
            double exponent = (log * log + 125 * log) / 612 - 7.0 / 34;
            // At a power of two the exact result can be a whole number that floating point lands just above.
            return Math.ceil(Math.pow(10, exponent) - 1e-9);
        }

        @Override
        double shares(long weight) {
            double log = (-125 + Math.sqrt(15_625 + 4 * 612 * (Math.log10((double) weight) + 7.0 / 34))) / 2;
            return Math.floor(Math.pow(2, log) + 1e-9);
        }
    },
    /** Keeps the ratio between groups and the defaults, 1024 to 100, and cuts what does not fit; as systemd does. */
    RATIO {
        @Override
        double weight(long shares) {
            return Math.floor(shares * 100.0 / 1024);
        }

        @Override
        double shares(long weight) {
            return Math.floor(weight * 1024.0 / 100);
        }
    },
    /**
     * Maps the ends of both scales onto each other in a straight line, as the OCI runtimes did until 2025: the default of
     * 1024 shares becomes 39, and not the default of 100.
     */
    LINEAR {
        @Override
        double weight(long shares) {
            return (double) (1 + (shares - 2) * 9999 / 262_142);
        }

        @Override
        double shares(long weight) {
            return (double) (2 + ((weight - 1) * 262_142 + 9998) / 9999);
        }
    };

    /** The weight before it is cut to the scale. */
    abstract double weight(long shares);

    /** The shares before they are cut to the scale. */
    abstract double shares(long weight);

    /**
     * Translates to the scale of v2.
     *
     * @param shares v1 shares
     * @return the weight
     */
    public CpuWeight toWeight(CpuShares shares) {
        return CpuWeight.of(Scales.cut(weight(shares.value()), CpuWeight.MIN, CpuWeight.MAX));
    }

    /**
     * Translates to the scale of v1.
     *
     * @param weight v2 weight
     * @return the shares
     */
    public CpuShares toShares(CpuWeight weight) {
        return CpuShares.of(Scales.cut(shares(weight.value()), CpuShares.MIN, CpuShares.MAX));
    }

    /**
     * Translates to the scale of v2 and says what was lost.
     *
     * @param shares v1 shares
     * @return the weight, always there, and what {@link #toShares} makes of it other than these shares
     */
    public Converted<CpuWeight> convert(CpuShares shares) {
        CpuWeight weight = toWeight(shares);
        return Scales.judge(
                "cpu.shares",
                shares.value(),
                "cpu.weight",
                weight,
                weight(shares.value()),
                toShares(weight).value(),
                CpuWeight.MIN,
                CpuWeight.MAX);
    }

    /**
     * Translates to the scale of v1 and says what was lost.
     *
     * @param weight v2 weight
     * @return the shares, always there, and what {@link #toWeight} makes of them other than this weight
     */
    public Converted<CpuShares> convert(CpuWeight weight) {
        CpuShares shares = toShares(weight);
        return Scales.judge(
                "cpu.weight",
                weight.value(),
                "cpu.shares",
                shares,
                shares(weight.value()),
                toWeight(shares).value(),
                CpuShares.MIN,
                CpuShares.MAX);
    }
}
