package io.cgroups.cpu;

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
        public CpuWeight toWeight(CpuShares shares) {
            if (shares.value() >= CpuShares.MAX) {
                return CpuWeight.of(CpuWeight.MAX);
            }
            double log = Math.log((double) shares.value()) / Math.log(2);
            double exponent = (log * log + 125 * log) / 612 - 7.0 / 34;
            // At a power of two the exact result can be a whole number that floating point lands just above.
            return weight(Math.ceil(Math.pow(10, exponent) - 1e-9));
        }

        @Override
        public CpuShares toShares(CpuWeight weight) {
            double log = (-125 + Math.sqrt(15_625 + 4 * 612 * (Math.log10((double) weight.value()) + 7.0 / 34))) / 2;
            return shares(Math.floor(Math.pow(2, log) + 1e-9));
        }
    },
    /** Keeps the ratio between groups and the defaults, 1024 to 100, and cuts what does not fit; as systemd does. */
    RATIO {
        @Override
        public CpuWeight toWeight(CpuShares shares) {
            return weight(Math.floor(shares.value() * 100.0 / 1024));
        }

        @Override
        public CpuShares toShares(CpuWeight weight) {
            return shares(Math.floor(weight.value() * 1024.0 / 100));
        }
    },
    /**
     * Maps the ends of both scales onto each other in a straight line, as the OCI runtimes did until 2025: the default of
     * 1024 shares becomes 39, and not the default of 100.
     */
    LINEAR {
        @Override
        public CpuWeight toWeight(CpuShares shares) {
            return CpuWeight.of(1 + (shares.value() - 2) * 9999 / 262_142);
        }

        @Override
        public CpuShares toShares(CpuWeight weight) {
            return CpuShares.of(2 + ((weight.value() - 1) * 262_142 + 9998) / 9999);
        }
    };

    /**
     * Translates to the scale of v2.
     *
     * @param shares v1 shares
     * @return the weight
     */
    public abstract CpuWeight toWeight(CpuShares shares);

    /**
     * Translates to the scale of v1.
     *
     * @param weight v2 weight
     * @return the shares
     */
    public abstract CpuShares toShares(CpuWeight weight);

    private static CpuWeight weight(double value) {
        return CpuWeight.of((long) Math.min(CpuWeight.MAX, Math.max(CpuWeight.MIN, value)));
    }

    private static CpuShares shares(double value) {
        return CpuShares.of((long) Math.min(CpuShares.MAX, Math.max(CpuShares.MIN, value)));
    }
}
