package io.cgroups.internal.fs;

import io.cgroups.CgroupException;
import io.cgroups.CgroupIoException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.spi.KernelFiles;
import io.cgroups.spi.SignalSource.Trigger;
import java.nio.file.Path;

/** What it means that the kernel does not take what is to be waited for. */
public final class EventRefusals {
    private static final String NOT_MEASURED =
            "pressure is not measured here: cgroup.pressure of the group is 0, or this kernel was built without PSI or started"
                    + " with psi=0; triggers need Linux 5.2";
    private static final String WINDOWS =
            "it is some or full, a stall of more than zero, and a window of 500000 to 10000000 that is not shorter, both in"
                    + " microseconds";

    private static final String NO_EVENTS =
            "the file has no events, or tells of them by another argument: memory.oom_control takes none,"
                    + " memory.usage_in_bytes a number of bytes";

    private static final String FILE_IS_GONE =
            "the group is there, but no longer has the file: its controller was disabled, or cgroup.pressure is 0";

    private EventRefusals() {}

    /**
     * Explains a refusal of a trigger of pressure.
     *
     * @param files the gate, to see what is still there
     * @param refusal of the file of pressure
     * @return the exception that fits
     */
    public static CgroupException ofTrigger(KernelFiles files, CgroupIoException refusal) {
        Errno errno = refusal.errno().orElse(Errno.UNKNOWN);
        Path group = refusal.failure().path().orElseThrow().resolveSibling("cgroup.procs");
        boolean isFileMissing = refusal instanceof CgroupNotFoundException && files.exists(group);
        if (isFileMissing || errno == Errno.EOPNOTSUPP) {
            UnsupportedSettingException unsupported =
                    new UnsupportedSettingException(refusal.failure().withHint(NOT_MEASURED));
            unsupported.initCause(refusal);
            return unsupported;
        }
        return errno == Errno.EINVAL ? refusal.asRejected(WINDOWS) : refusal;
    }

    /**
     * Explains that a file is gone while its group is there.
     *
     * @param gone what reading it says
     * @return the exception that fits
     */
    public static UnsupportedSettingException fileIsGone(CgroupNotFoundException gone) {
        UnsupportedSettingException unsupported =
                new UnsupportedSettingException(gone.failure().withHint(FILE_IS_GONE));
        unsupported.initCause(gone);
        return unsupported;
    }

    /** The same as the kernel's, for a trigger that it was not asked for. */
    static CgroupIoException invalid(Trigger source) {
        Failure failure = Failure.of("write", source.file(), Errno.EINVAL).withData(source.trigger());
        return CgroupIoException.rejected(failure.withHint(WINDOWS), null);
    }

    /**
     * Explains a refusal of {@code cgroup.event_control}.
     *
     * @param refusal of that file
     * @return the exception that fits
     */
    public static CgroupIoException ofControl(CgroupIoException refusal) {
        return refusal.errno().filter(Errno.EINVAL::equals).isPresent() ? refusal.asRejected(NO_EVENTS) : refusal;
    }
}
