package io.cgroups.internal.fs;

import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.spi.KernelFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the exception for a refused call, with the hint that the operation, the file and the error number allow. */
public final class Refusals {
    private Refusals() {}

    /**
     * Makes the exception.
     *
     * @param files the gate, to see what is still there
     * @param failure what went wrong, without a hint
     * @param cause what the JDK threw, or null
     * @return the exception that fits, with a hint
     */
    public static CgroupIoException refusal(KernelFiles files, Failure failure, @Nullable Throwable cause) {
        Errno errno = failure.errno().orElse(Errno.UNKNOWN);
        Path path = failure.path().orElseThrow();
        boolean isWrite = failure.data().isPresent();
        // A device or a list item that the kernel does not know, in a group that is there, is a rejected value.
        if (isWrite && errno == Errno.ENODEV && files.exists(path)) {
            return CgroupIoException.rejected(
                    failure.withHint("the kernel does not know the device that is named"), cause);
        }
        if (isWrite && errno == Errno.ENOENT && isMembership(path) && files.exists(path)) {
            return CgroupIoException.rejected(
                    failure.withHint(
                            "the process, or the group, is outside of this cgroup namespace (nsdelegate); move it"
                                    + " from outside"),
                    cause);
        }
        return CgroupIoException.of(failure.withHint(hint(files, failure.operation(), path, errno, isWrite)), cause);
    }

    /** The same for what the JDK or the C library said in words. */
    static CgroupIoException refusal(
            KernelFiles files, String operation, Path path, Optional<String> data, IOException cause) {
        return refusal(
                files, new Failure(operation, Optional.of(path), data, Optional.of(Errnos.of(cause)), ""), cause);
    }

    private static String hint(KernelFiles files, String operation, Path path, Errno errno, boolean isWrite) {
        Path group = path.getParent();
        return switch (errno) {
            case ENOENT, ENODEV ->
                isOfFile(operation) && group != null && files.exists(group)
                        ? "the group is there, but this kernel or hierarchy has no such file"
                        : "the group is gone; somebody removed it";
            case EACCES, EPERM -> AccessHint.of(files, operation, path);
            case EROFS -> AccessHint.ofReadOnly(files, path);
            case EBUSY ->
                isMembership(path)
                        ? innerGroup()
                        : operation.equals("remove")
                                ? "it still has members or child groups; kill or move the members, delete the children"
                                : "the resource is in use, or members stand in the way";
            case ESRCH -> "no such process or thread is alive";
            case ENOSPC -> noSpace(operation, path);
            case EAGAIN -> operation.equals("create") ? TreeLimit.reachedAbove(files, path) : "";
            case EINVAL, ERANGE -> isWrite ? invalid(path) : "";
            case EOPNOTSUPP ->
                isMembership(path) && isWrite
                        ? ThreadedRefusal.hint(files, path)
                        : "this kind of group does not support it";
            case EMFILE, ENFILE -> "the limit of open files is reached; raise it or close some";
            case ELOOP -> "a symbolic link stands where a directory or file of the kernel should be";
            case ENAMETOOLONG -> "the name is longer than the kernel takes";
            default -> "";
        };
    }

    private static String innerGroup() {
        return "the group enables controllers for its children (cgroup.subtree_control), and then the unified hierarchy takes"
                + " processes only in the leaves: use a group below it";
    }

    private static String noSpace(String operation, Path path) {
        if (isMembership(path)) {
            return "the cpuset of the group has no CPUs or no memory nodes; set both first";
        }
        return operation.equals("create")
                ? "the kernel has no number left for another group; memory groups that are removed keep theirs until their "
                        + "last page is freed"
                : "the kernel has no room for it";
    }

    private static String invalid(Path path) {
        return isMembership(path)
                ? "the kernel does not move this process or thread: it is one of the kernel's own, or a real-time one and the "
                        + "group has no budget in cpu.rt_runtime_us"
                : "the kernel does not accept this value in this file now";
    }

    /** Other operations name the directory of the group itself. */
    private static boolean isOfFile(String operation) {
        return operation.equals("read") || operation.equals("write");
    }

    private static boolean isMembership(Path path) {
        return path.endsWith("cgroup.procs") || path.endsWith("tasks") || path.endsWith("cgroup.threads");
    }
}
