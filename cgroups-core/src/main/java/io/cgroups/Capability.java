package io.cgroups;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Whether one setting works for one group, as it was when it was asked. Immutable.
 *
 * @param setting the setting
 * @param support whether it works
 * @param reason by what it works, or what stands in the way and what to do about it; a sentence without a full stop
 * @param files the control files it is read from and written to; of one that is missing the place where it would be; empty
 *     where no file is meant for it
 */
public record Capability(Setting setting, Support support, String reason, List<Path> files) {
    /**
     * Copies the list.
     *
     * @param setting see the record
     * @param support see the record
     * @param reason see the record
     * @param files see the record
     * @throws NullPointerException if a part is null
     */
    public Capability {
        Objects.requireNonNull(setting, "setting");
        Objects.requireNonNull(support, "support");
        Objects.requireNonNull(reason, "reason");
        files = List.copyOf(files);
    }

    /**
     * Whether the setting works.
     *
     * @return true for {@link Support#WORKS}
     */
    public boolean works() {
        return support == Support.WORKS;
    }

    /** Returns for example {@code cpu().burst NOT_IN_KERNEL: cpu.cfs_burst_us needs Linux 5.14}. */
    @Override
    public String toString() {
        return setting.call() + " " + support + ": " + reason;
    }
}
