package io.cgroups.contract;

import io.cgroups.spi.KernelFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * A kernel of which it is noted which control files were written and read, for the table of what was tested where: one
 * file of lines such as {@code w cpu.max} for each kind of kernel.
 */
final class NotedFiles {
    /** Where the notes go; a run that has no such directory takes none. */
    private static final Path DIRECTORY = Path.of(System.getProperty("cgroups.noted", "target/noted"));

    private static final Pattern CONTROL_FILE = Pattern.compile("(cgroup|cpu|cpuacct|cpuset|memory|blkio|io|devices|"
            + "freezer|net_cls|net_prio|pids|hugetlb|rdma|misc|irq)\\..+|tasks|notify_on_release|release_agent");

    private static final Set<String> NOTED = ConcurrentHashMap.newKeySet();

    private NotedFiles() {}

    /**
     * The kernel with somebody who takes notes.
     *
     * @param kind the name of the file of notes
     */
    static KernelFiles of(KernelFiles kernel, String kind) {
        return (KernelFiles) Proxy.newProxyInstance(
                KernelFiles.class.getClassLoader(), new Class<?>[] {KernelFiles.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(kernel, arguments);
                        switch (method.getName()) {
                            case "read" -> note(kind, "r", (Path) arguments[0]);
                            case "write" -> note(kind, "w", (Path) arguments[0]);
                            default -> {
                                // Only what reaches a file counts.
                            }
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static void note(String kind, String call, Path file) {
        String name = String.valueOf(file.getFileName());
        String line = call + " " + name;
        if (CONTROL_FILE.matcher(name).matches() && NOTED.add(kind + " " + line)) {
            append(kind, line);
        }
    }

    private static void append(String kind, String line) {
        Path parent = DIRECTORY.toAbsolutePath().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            return;
        }
        try {
            Files.createDirectories(DIRECTORY);
            Files.writeString(
                    DIRECTORY.resolve(kind), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
