package io.cgroups.spi;

import io.cgroups.CgroupFormatException;
import io.cgroups.cpu.CpuClamp;
import io.cgroups.cpu.CpuSpec;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of the utilisation clamps of a group, which are the same on both versions. */
public final class CpuClampFiles {
    /** The file of the lower bound. */
    public static final String MIN = "cpu.uclamp.min";

    /** The file of the upper bound. */
    public static final String MAX = "cpu.uclamp.max";

    /** What is needed for them. */
    public static final String SINCE = "Linux 5.4, built with CONFIG_UCLAMP_TASK_GROUP";

    private static final String WHOLE = "max";

    private CpuClampFiles() {}

    /**
     * The writes for the clamps of a specification. Their order does not matter: the kernel takes a lower bound over the
     * upper one, and then the upper one counts.
     *
     * @param dir the group
     * @param spec what is wanted
     * @return none to two steps
     */
    public static List<KernelWrite> plan(GroupDir dir, CpuSpec spec) {
        List<KernelWrite> writes = new ArrayList<>();
        spec.uclampMin().ifPresent(clamp -> writes.add(KernelWrite.of(dir, MIN, format(clamp))));
        spec.uclampMax().ifPresent(clamp -> writes.add(KernelWrite.of(dir, MAX, format(clamp))));
        return writes;
    }

    /** Per cent with two decimals, or the word for all. */
    private static String format(CpuClamp clamp) {
        return clamp.equals(CpuClamp.MAX)
                ? WHOLE
                : BigDecimal.valueOf(clamp.hundredths(), 2).toPlainString();
    }

    /**
     * Parses the text of such a file.
     *
     * @param file where it was read, for the exception
     * @param text per cent with up to two decimals, or {@code max}
     * @return the clamp
     * @throws CgroupFormatException if it is neither
     */
    public static CpuClamp parse(Path file, String text) {
        if (text.equals(WHOLE)) {
            return CpuClamp.MAX;
        }
        try {
            return new CpuClamp(new BigDecimal(text).movePointRight(2).intValueExact());
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new CgroupFormatException(file, "a percentage with two decimals, or max", text, e);
        }
    }
}
