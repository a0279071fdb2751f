package io.cgroups.internal.proc;

import io.cgroups.CgroupFormatException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.ProcessNotFoundException;
import io.cgroups.spi.KernelFiles;
import io.cgroups.spi.KernelNumbers;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code /proc/PID/stat} says of who a process is.
 *
 * @param self the process, or the thread
 * @param parent the id of the process that it is a child of; 0 when that cannot be seen
 */
public record ProcStat(Incarnation self, long parent) {
    // Counted from the state, the first field after the name. A name may hold blanks and parentheses.
    private static final int PARENT = 1;
    private static final int START = 19;

    /**
     * Parses the file.
     *
     * @param file where it was read, for the exception
     * @param text the text
     * @return what it says
     * @throws CgroupFormatException if it has another format
     */
    public static ProcStat parse(Path file, String text) {
        int name = text.indexOf(" (");
        int end = text.lastIndexOf(") ");
        String[] fields = end < 0 ? new String[0] : text.substring(end + 2).split(" ");
        if (name < 0 || fields.length <= START) {
            throw new CgroupFormatException(file, "id (name) state parent ... start ...", text, null);
        }
        long id = KernelNumbers.parse(file, text.substring(0, name));
        return new ProcStat(
                new Incarnation(id, KernelNumbers.parse(file, fields[START])),
                KernelNumbers.parse(file, fields[PARENT]));
    }

    /**
     * Reads the file.
     *
     * @param files the gate
     * @param proc the name of the process below /proc, or the path of a thread there
     * @return what it says; empty when there is no such process any more
     * @throws io.cgroups.CgroupIoException if the kernel refuses
     */
    public static Optional<ProcStat> of(KernelFiles files, String proc) {
        Path file = files.proc().resolve(proc).resolve("stat");
        try {
            return Optional.of(parse(file, files.read(file)));
        } catch (CgroupNotFoundException | ProcessNotFoundException e) {
            return Optional.empty();
        }
    }
}
