package io.cgroups.internal.linux;

import io.cgroups.CgroupException;
import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.UnsupportedSettingException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the refusals of {@code bpf(2)} mean. */
public final class BpfRefusals {
    private static final String RIGHTS =
            "it needs CAP_SYS_ADMIN and CAP_NET_ADMIN in the first user namespace, so root on"
                    + " the host: no user namespace, as in a rootless container, can have it";
    private static final String NOT_BUILT = "this kernel has no such programs: they need Linux 4.15 that is built with"
            + " CONFIG_BPF_SYSCALL and CONFIG_CGROUP_BPF";

    private BpfRefusals() {}

    /**
     * Makes the exception.
     *
     * @param command what was tried
     * @param group on which group
     * @param errno the kernel's answer
     * @param verifier what the kernel says about the program, which is nothing when it did not look at it
     * @param cause what was thrown, or null
     * @return the exception that fits
     */
    public static CgroupException of(
            BpfCommand command, Path group, Errno errno, String verifier, @Nullable Throwable cause) {
        Failure failure = Failure.of(command.operation(), group, errno);
        if (!verifier.isEmpty()) {
            String old = verifier.contains("invalid bpf_context access")
                    ? "; before Linux 4.20 a program of a group cannot give packets a class or a mark"
                    : "";
            return CgroupIoException.of(
                    failure.withHint("the kernel's verifier says: " + verifier.stripTrailing() + old), cause);
        }
        boolean unknown = errno == Errno.EINVAL && (command == BpfCommand.LOAD || command == BpfCommand.QUERY);
        if (unknown || errno == Errno.ENOSYS) {
            return new UnsupportedSettingException(failure.withHint(NOT_BUILT));
        }
        return CgroupIoException.of(failure.withHint(hint(command, errno)), cause);
    }

    /** The directory cannot be opened. */
    static CgroupException ofGroup(Path group, Errno errno, Throwable cause) {
        String hint = switch (errno) {
            case ENOENT -> "the group is gone; somebody removed it";
            case EACCES -> RIGHTS;
            default -> "";
        };
        return CgroupIoException.of(Failure.of("open", group, errno).withHint(hint), cause);
    }

    private static String hint(BpfCommand command, Errno errno) {
        return switch (errno) {
            case EPERM, EACCES -> denied(command);
            case EBADF -> "it is no group of a v2 hierarchy";
            case ENOENT ->
                command == BpfCommand.QUERY
                        ? "the group is gone; somebody removed it"
                        : "the program is gone, or no longer attached; somebody took it away";
            case E2BIG -> "the group has as many programs as the kernel allows, 64, or the program is too long";
            case EAGAIN -> "the kernel was interrupted each time; try again";
            case ENOMEM -> "the kernel has no memory for it";
            default -> "";
        };
    }

    private static String denied(BpfCommand command) {
        return switch (command) {
            case LOAD ->
                RIGHTS
                        + "; before Linux 5.11 the program also counts as locked memory, so raise that limit (ulimit -l)";
            case ATTACH ->
                RIGHTS + "; or a program is attached to the group, or to one above, in a way that lets no other join it"
                        + " (bpftool cgroup tree shows it)";
            default -> RIGHTS;
        };
    }
}
