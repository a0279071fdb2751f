package io.cgroups.contract;

import io.cgroups.spi.ForwardingKernelFiles;
import io.cgroups.spi.KernelFiles;
import io.cgroups.spi.KernelWatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts how often each file is read, opened anew or through an open descriptor. */
public final class CountingFiles extends ForwardingKernelFiles {
    private final Map<Path, Integer> reads = new TreeMap<>();
    private int open;

    /** Counts from now on. */
    public CountingFiles(KernelFiles files) {
        super(files);
    }

    /** How often each file was read since the last call. */
    public synchronized Map<Path, Integer> takeReads() {
        Map<Path, Integer> taken = new TreeMap<>(reads);
        reads.clear();
        return taken;
    }

    /** How many files are open. */
    public synchronized int open() {
        return open;
    }

    private synchronized void count(Path file) {
        reads.merge(file, 1, Integer::sum);
    }

    private synchronized void opened(int change) {
        open += change;
    }

    @Override
    public String read(Path file) {
        count(file);
        return super.read(file);
    }

    @Override
    public Optional<KernelWatch> hold(Path file) {
        return super.hold(file).map(watch -> counted(file, watch));
    }

    private KernelWatch counted(Path file, KernelWatch watch) {
        opened(1);
        return new KernelWatch() {
            @Override
            public String read() {
                count(file);
                return watch.read();
            }

            @Override
            public boolean awaitChange(Duration limit) throws InterruptedException {
                return watch.awaitChange(limit);
            }

            @Override
            public void close() {
                opened(-1);
                watch.close();
            }
        };
    }
}
