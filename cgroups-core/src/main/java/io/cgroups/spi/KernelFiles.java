package io.cgroups.spi;

import io.cgroups.CgroupIoException;
import io.cgroups.CgroupNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The one gate to the kernel: every file of {@code /proc} and of a cgroup hierarchy is read and written through it.
 *
 * <p>Implementations open without creating and without truncating, give the kernel each text in one {@code write(2)},
 * never write an empty text, and do not follow a symbolic link in the last part of a path. A call either has its whole
 * effect or throws; each exception says what was tried on which path with which data and carries the kernel's error
 * number. An interrupt of the calling thread neither breaks a call nor is lost. Safe for use by many threads.
 *
 * <p>The in-memory kernel of {@code io.cgroups.testkit} implements the same contract, so that drivers run on it unchanged.
 */
public interface KernelFiles {

    /**
     * The path of a file in a directory; who asks for the same files again and again keeps them.
     *
     * @param directory an absolute path
     * @param name one part of a path
     * @return the path
     */
    default Path file(Path directory, String name) {
        return directory.resolve(name);
    }

    /**
     * Reads a whole file.
     *
     * @param file an absolute path
     * @return its text, as the kernel gave it
     * @throws CgroupIoException if the kernel refuses
     */
    String read(Path file);

    /**
     * Reads a whole file that may be missing, at no more cost than finding that out.
     *
     * @param file an absolute path
     * @return its text, as the kernel gave it; empty when there is no such file, or the group itself is gone
     * @throws CgroupIoException if the kernel refuses for another reason
     */
    default Optional<String> find(Path file) {
        try {
            return Optional.of(read(file));
        } catch (CgroupNotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * Opens a file to be read again and again.
     *
     * @param file an absolute path
     * @return the open file, to be closed by the caller
     * @throws CgroupIoException if the kernel refuses
     */
    default KernelWatch watch(Path file) {
        return KernelWatch.reopening(this, file);
    }

    /**
     * Opens a file to be read again and again for a long time, as long as enough descriptors stay for others: half of
     * those that the process may have are for all that is held in this way.
     *
     * @param file an absolute path
     * @return the open file, to be closed by the caller; empty when that many are held already, and then it is to be read
     *     by {@link #read} each time
     * @throws CgroupIoException if the kernel refuses
     */
    default Optional<KernelWatch> hold(Path file) {
        return Optional.of(watch(file));
    }

    /**
     * Gives a file a text in one write.
     *
     * @param file an absolute path
     * @param text at least one character
     * @throws IllegalArgumentException if the text is empty
     * @throws CgroupIoException if the kernel refuses; then nothing was changed
     */
    void write(Path file, String text);

    /**
     * Whether a file or directory is there.
     *
     * @param path an absolute path
     * @return true when it is
     */
    boolean exists(Path path);

    /**
     * Whether the caller may make groups in a directory, or write a control file.
     *
     * @param path an absolute path
     * @return true when it is there, and the permissions and the mount allow it
     */
    boolean isWritable(Path path);

    /**
     * Lists the directories in a directory, which in a hierarchy are the child groups.
     *
     * @param directory an absolute path
     * @return their names, sorted
     * @throws CgroupIoException if the kernel refuses
     */
    List<String> directories(Path directory);

    /**
     * Lists the files in a directory, which in a hierarchy are the control files.
     *
     * @param directory an absolute path
     * @return their names, sorted
     * @throws CgroupIoException if the kernel refuses
     */
    List<String> files(Path directory);

    /**
     * Makes a directory, which in a hierarchy makes a group.
     *
     * @param directory an absolute path whose parent is there
     * @return false when it was there already
     * @throws CgroupIoException if the kernel refuses
     */
    boolean createDirectory(Path directory);

    /**
     * Removes a directory, which in a hierarchy removes a group without members and children.
     *
     * @param directory an absolute path
     * @throws CgroupIoException if the kernel refuses
     */
    void removeDirectory(Path directory);

    /**
     * Resolves symbolic links, such as {@code /sys/fs/cgroup/cpu -> cpu,cpuacct}.
     *
     * @param path an absolute path
     * @return the path without links
     * @throws CgroupIoException if it is not there
     */
    Path resolveLinks(Path path);

    /**
     * Reads what a symbolic link says, without following it, such as {@code /proc/self/ns/pid -> pid:[4026531836]}.
     *
     * @param link an absolute path
     * @return its text
     * @throws CgroupIoException if it is not there, or no link
     */
    String readLink(Path link);

    /**
     * Where the process file system is.
     *
     * @return usually {@code /proc}
     */
    Path proc();

    /**
     * Sends {@code SIGKILL} to a process.
     *
     * @param pid the process
     * @return false when there is no such process any more
     * @throws CgroupIoException if the kernel refuses
     */
    boolean kill(long pid);

    /**
     * Starts a program that is inside a group before it runs.
     *
     * @param program what to start; unchanged when this returns
     * @param entry the way into the group
     * @return the process
     * @throws IOException if the program cannot be run
     * @throws CgroupIoException if the kernel refuses the group; the program did not run
     * @throws UnsupportedOperationException if this gate starts no programs, as is the default
     */
    default Process start(ProcessBuilder program, GroupEntry entry) throws IOException {
        throw new UnsupportedOperationException(getClass().getName() + " starts no programs");
    }

    /**
     * The clock that waits are measured by.
     *
     * @return the clock
     */
    KernelClock clock();

    /**
     * The gate to the BPF programs of v2 groups.
     *
     * @return the gate, empty where there is none
     */
    default Optional<CgroupPrograms> programs() {
        return Optional.empty();
    }

    /**
     * The gate to the extended attributes of groups.
     *
     * @return the gate, empty where there is none
     */
    default Optional<GroupAttributes> attributes() {
        return Optional.empty();
    }

    /**
     * What waits for events of groups.
     *
     * @return the same at each call, empty where there is none
     */
    default Optional<KernelEvents> events() {
        return Optional.empty();
    }
}
