package io.cgroups.testkit;

import io.cgroups.Errno;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The cpu controller of v2: bandwidth that any group may set, weight from 1 to 10000, nice values, idle. */
final class V2CpuFiles implements MemController {
    /** As {@code sscanf} takes it: what follows the numbers does not matter. */
    private static final Pattern MAX = Pattern.compile("(?:(\\d{1,19})\\S*|max)(?:\\s+(\\d{1,19}).*|\\s.*)?");

    private static final long MAX_WEIGHT = 10_000;
    private static final long DEFAULT_WEIGHT = 100;
    private static final long DEFAULT_SHARES = 1024;
    private static final int LOWEST_NICE = -20;

    /** The shares of each nice value from -20 to 19. */
    private static final int[] NICE_SHARES = {
        88761, 71755, 56483, 46273, 36291, 29154, 23254, 18705, 14949, 11916, 9548, 7620, 6100, 4904, 3906, 3121, 2501,
        1991, 1586, 1277, 1024, 820, 655, 526, 423, 335, 272, 215, 172, 137, 110, 87, 70, 56, 45, 36, 29, 23, 18, 15
    };

    @Override
    public void populate(MemGroup group) {
        CfsBandwidth bandwidth = group.keep(new CfsBandwidth());
        CpuWeights weights = group.keep(new CpuWeights(group));
        if (group.isRoot()) {
            return;
        }
        group.file("cpu.max", MemFile.of(() -> max(bandwidth), text -> setMax(bandwidth, text)));
        group.file(
                "cpu.max.burst",
                MemFile.of(
                        () -> Long.toString(bandwidth.burst()),
                        text -> bandwidth.set(bandwidth.quota(), bandwidth.period(), KernelText.unsigned(text))));
        group.file("cpu.weight", MemFile.of(() -> Long.toString(weight(weights)), text -> {
            long weight = KernelText.inRange(KernelText.unsigned(text), 1, MAX_WEIGHT, Errno.ERANGE);
            weights.setShares(roundedQuotient(weight * DEFAULT_SHARES, DEFAULT_WEIGHT));
        }));
        group.file("cpu.weight.nice", MemFile.of(() -> Integer.toString(nice(weights.shares())), text -> {
            long nice = KernelText.inRange(
                    KernelText.number(text), LOWEST_NICE, LOWEST_NICE + NICE_SHARES.length - 1, Errno.ERANGE);
            weights.setShares(NICE_SHARES[(int) nice - LOWEST_NICE]);
        }));
        group.file("cpu.idle", weights.idleFile());
    }

    private static String max(CfsBandwidth bandwidth) {
        return (bandwidth.isLimited() ? bandwidth.quota() : "max") + " " + bandwidth.period();
    }

    private static void setMax(CfsBandwidth bandwidth, String text) {
        Matcher matcher = MAX.matcher(text);
        if (!matcher.matches()) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        long quota = matcher.group(1) == null ? CfsBandwidth.UNLIMITED : number(matcher.group(1));
        long period = matcher.group(2) == null ? bandwidth.period() : number(matcher.group(2));
        bandwidth.set(quota, period, bandwidth.burst());
    }

    /** Decimal only: what leads with 0 is no octal number here. */
    private static long number(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new KernelRefusal(Errno.EINVAL);
        }
    }

    private static long weight(CpuWeights weights) {
        return roundedQuotient(weights.shares() * DEFAULT_WEIGHT, DEFAULT_SHARES);
    }

    private static long roundedQuotient(long dividend, long divisor) {
        return (dividend + divisor / 2) / divisor;
    }

    /** The nice value whose shares are nearest; of two equally near the lower one. */
    private static int nice(long shares) {
        int nearest = 0;
        for (int i = 1; i < NICE_SHARES.length; i++) {
            if (Math.abs(NICE_SHARES[i] - shares) < Math.abs(NICE_SHARES[nearest] - shares)) {
                nearest = i;
            }
        }
        return nearest + LOWEST_NICE;
    }

    @Override
    public void advance(MemGroup group, Duration time) {
        group.state(CfsBandwidth.class).advance(CpuTime.wanted(group), time);
    }
}
