package io.cgroups.contract;

import io.cgroups.Cgroups;
import io.cgroups.spi.ForwardingKernelFiles;
import io.cgroups.spi.KernelFiles;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** A kernel of which one control file has fewer lines, as on an older kernel, and one more, as on a newer one. */
final class OtherLines extends ForwardingKernelFiles {
    private final String file;
    private final Set<String> missing;
    private final String more;

    /**
     * The kernel, changed.
     *
     * @param file the name of the control file
     * @param missing keys of lines that it does not have
     * @param more a line that it has; none when empty
     */
    OtherLines(KernelFiles kernel, String file, Set<String> missing, String more) {
        super(kernel);
        this.file = file;
        this.missing = missing;
        this.more = more;
    }

    Cgroups cgroups() {
        return Cgroups.builder().kernel(this).build();
    }

    @Override
    public String read(Path path) {
        String text = super.read(path);
        return path.endsWith(file)
                ? text.lines()
                                .filter(line -> !missing.contains(line.split(" ", 2)[0]))
                                .collect(Collectors.joining("\n", "", "\n"))
                        + more
                : text;
    }
}
