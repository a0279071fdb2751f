package io.cgroups.internal.start;

import io.cgroups.spi.GroupEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** The way into a group that consists of plain files. */
final class FakeEntry implements GroupEntry {
    private final List<Path> files;
    private final LongConsumer refusal;
    private final List<Long> asked = new ArrayList<>();
    boolean holds;
    boolean frozen;

    /**
     * Makes the way.
     *
     * @param refusal what a join from outside does
     */
    FakeEntry(LongConsumer refusal, Path... files) {
        this.files = List.of(files);
        this.refusal = refusal;
    }

    /** The way into a group that refuses nobody who is moved from outside. */
    static FakeEntry taking(Path... files) {
        return new FakeEntry(pid -> {}, files);
    }

    /** The processes that were to be moved from outside. */
    List<Long> asked() {
        return asked;
    }

    @Override
    public List<Path> files() {
        return files;
    }

    @Override
    public void join(long pid) {
        asked.add(pid);
        refusal.accept(pid);
    }

    @Override
    public boolean holds(long pid) {
        return holds;
    }

    @Override
    public boolean isFrozen() {
        return frozen;
    }
}
