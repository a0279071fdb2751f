package io.cgroups.contract;

import io.cgroups.spi.ForwardingKernelFiles;
import io.cgroups.spi.KernelFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A kernel of which it is counted what is asked of it. */
final class CountedFiles extends ForwardingKernelFiles {
    private final List<Path> reads = new ArrayList<>();
    private final List<Path> looks = new ArrayList<>();
    private final List<Path> lists = new ArrayList<>();

    CountedFiles(KernelFiles kernel) {
        super(kernel);
    }

    /** Every file that was read, or was to be, once for each time. */
    List<Path> reads() {
        return reads;
    }

    /** Every path that was asked about, once for each time. */
    List<Path> looks() {
        return looks;
    }

    /** Every directory that was listed, once for each time. */
    List<Path> lists() {
        return lists;
    }

    void forget() {
        reads.clear();
        looks.clear();
        lists.clear();
    }

    @Override
    public String read(Path file) {
        reads.add(file);
        return super.read(file);
    }

    @Override
    public boolean exists(Path path) {
        looks.add(path);
        return super.exists(path);
    }

    @Override
    public boolean isWritable(Path path) {
        looks.add(path);
        return super.isWritable(path);
    }

    @Override
    public List<String> files(Path directory) {
        lists.add(directory);
        return super.files(directory);
    }

    @Override
    public List<String> directories(Path directory) {
        lists.add(directory);
        return super.directories(directory);
    }
}
