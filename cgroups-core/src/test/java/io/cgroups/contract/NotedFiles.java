package io.cgroups.contract;

import io.cgroups.Capabilities;
import io.cgroups.spi.ForwardingKernelFiles;
import io.cgroups.spi.KernelFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * A kernel of which it is noted which control files were written and read, for the table of what was tested where: one
 * file of lines such as {@code w cpu.max} for each kind of kernel. It says of settings, too, whether they work there.
 */
final class NotedFiles extends ForwardingKernelFiles {
    /** Where the notes go; a run that has no directory for that takes none. */
    private static final Path DIRECTORY = Path.of(System.getProperty("cgroups.noted", "target/noted"));

    private static final Pattern CONTROL_FILE = Pattern.compile("(cgroup|cpu|cpuacct|cpuset|memory|blkio|io|devices|"
            + "freezer|net_cls|net_prio|pids|hugetlb|rdma|misc|irq)\\..+|tasks|notify_on_release|release_agent");

    private static final Set<String> NOTED = ConcurrentHashMap.newKeySet();

    private final String kind;

    /**
     * The kernel with somebody who takes notes.
     *
     * @param kind the name of the file of notes
     */
    NotedFiles(KernelFiles kernel, String kind) {
        super(kernel);
        this.kind = kind;
    }

    @Override
    public String read(Path file) {
        String text = super.read(file);
        note("r", file);
        return text;
    }

    @Override
    public void write(Path file, String text) {
        super.write(file, text);
        note("w", file);
    }

    /** Notes what was found to work, and what not. */
    void note(Capabilities capabilities) {
        capabilities.forEach(one -> note("s " + one.setting() + " " + one.support()));
    }

    private void note(String call, Path file) {
        String name = String.valueOf(file.getFileName());
        if (CONTROL_FILE.matcher(name).matches()) {
            note(call + " " + name);
        }
    }

    private void note(String line) {
        Path parent = DIRECTORY.toAbsolutePath().getParent();
        if (NOTED.add(kind + " " + line) && parent != null && Files.isDirectory(parent)) {
            append(line);
        }
    }

    private void append(String line) {
        try {
            Files.createDirectories(DIRECTORY);
            Files.writeString(
                    DIRECTORY.resolve(kind), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
