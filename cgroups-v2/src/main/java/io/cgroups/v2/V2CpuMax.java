package io.cgroups.v2;

import io.cgroups.CgroupFormatException;
import io.cgroups.cpu.CpuBandwidth;
import io.cgroups.cpu.CpuPeriod;
import io.cgroups.cpu.CpuQuota;
import io.cgroups.spi.KernelNumbers;
import java.nio.file.Path;

/** The text of {@code cpu.max}: a quota, or {@code max}, and a period. */
final class V2CpuMax {
    static final String UNLIMITED = "max";

    private V2CpuMax() {}

    static CpuBandwidth parse(Path file, String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            throw new CgroupFormatException(file, "a quota and a period", text, null);
        }
        String quota = text.substring(0, space);
        return new CpuBandwidth(
                quota.equals(UNLIMITED) ? CpuQuota.unlimited() : CpuQuota.ofMicros(KernelNumbers.parse(file, quota)),
                CpuPeriod.ofMicros(KernelNumbers.parse(file, text.substring(space + 1))));
    }

    static String format(CpuQuota quota) {
        return quota.micros().text(String::valueOf, UNLIMITED);
    }

    static String format(CpuQuota quota, CpuPeriod period) {
        return format(quota) + " " + period.micros();
    }
}
