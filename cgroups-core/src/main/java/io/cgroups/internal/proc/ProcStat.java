package io.cgroups.internal.proc;

import io.cgroups.CgroupFormatException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.ProcessNotFoundException;
import io.cgroups.spi.KernelFiles;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code /proc/PID/stat} says of a process, as far as it is needed.
 *
 * @param self the process, or the thread
 * @param command the name of its program, cut to 15 bytes, and as its threads may have changed it
 * @param state one letter, for example {@code S} or {@code Z}
 * @param parent the id of the process that it is a child of; 0 when that cannot be seen
 * @param threads how many threads it has
 */
public record ProcStat(Incarnation self, String command, char state, long parent, long threads) {
    /**
     * The name may hold blanks and parentheses itself, so its end is the last one of the line. The state is field 3, the
     * parent field 4, the number of threads field 20, the start field 22.
     */
    private static final Pattern LINE = Pattern.compile(
            "(?<pid>\\d{1,10}) \\((?<command>.*)\\) (?<state>[A-Za-z]) (?<parent>\\d{1,10}) (?:-?\\d+ ){15}"
                    + "(?<threads>\\d{1,18}) -?\\d+ (?<start>\\d{1,18})(?: [-\\d ]+)?\\n?",
            Pattern.DOTALL);

    /**
     * Parses the file.
     *
     * @param file where it was read, for the exception
     * @param text the text
     * @return what it says
     * @throws CgroupFormatException if it is no such text
     */
    public static ProcStat parse(Path file, String text) {
        Matcher line = LINE.matcher(text);
        if (!line.matches()) {
            throw new CgroupFormatException(file, "pid (command) state and at least 19 numbers", text, null);
        }
        return new ProcStat(
                new Incarnation(number(line, "pid"), number(line, "start")),
                line.group("command"),
                line.group("state").charAt(0),
                number(line, "parent"),
                number(line, "threads"));
    }

    private static long number(Matcher line, String field) {
        return Long.parseLong(line.group(field));
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

    /**
     * Whether it has ended, and nobody has asked for its exit code yet. A process whose first thread alone has ended looks
     * alike, but has other threads.
     *
     * @return true when no thread of it can run any more
     */
    public boolean hasEnded() {
        return (state == 'Z' && threads <= 1) || state == 'X' || state == 'x';
    }
}
