package io.cgroups.metrics;

import io.cgroups.Cgroup;
import io.cgroups.internal.fs.SnapshotFiles;
import io.cgroups.internal.route.RoutedCgroup;
import io.cgroups.spi.BlockDevices;
import io.cgroups.unit.DeviceNumber;
import java.util.Set;
import java.util.function.LongSupplier;

/** A group as meters see it. Not safe for use by several threads. */
interface View {

    /** The group, to be read. */
    Cgroup group();

    /** Begins a look, in which each file is read once. */
    default void next() {}

    /** Whether it is there still, and not another under its name; asked when something was missing. */
    boolean isThere();

    /** What a disk is called. */
    default String nameOf(DeviceNumber disk) {
        return disk.toString();
    }

    /** Nanoseconds that only grow. */
    default LongSupplier clock() {
        return System::nanoTime;
    }

    /** Lets go of open files. */
    default void close() {}

    /** The view of a group: of one that is not this library's own, each part is read by itself. */
    static View of(Cgroup group) {
        return group instanceof RoutedCgroup routed ? new Routed(routed) : new Foreign(group);
    }

    /** A group of a kernel. */
    final class Routed implements View {
        /** Of what a group of v1 used together with swap, which no meter shows. */
        private static final Set<String> UNNEEDED =
                Set.of("memory.memsw.usage_in_bytes", "memory.memsw.max_usage_in_bytes", "memory.memsw.failcnt");

        private final SnapshotFiles files;
        private final RoutedCgroup group;

        Routed(RoutedCgroup group) {
            this.files = new SnapshotFiles(group.gate(), UNNEEDED);
            this.group = group.through(files);
        }

        @Override
        public Cgroup group() {
            return group;
        }

        @Override
        public void next() {
            files.next();
        }

        @Override
        public boolean isThere() {
            return group.isThere();
        }

        @Override
        public String nameOf(DeviceNumber disk) {
            return BlockDevices.of(files).name(disk).orElse(disk.toString());
        }

        @Override
        public LongSupplier clock() {
            return files.clock()::nanoTime;
        }

        @Override
        public void close() {
            files.close();
        }
    }

    /** Somebody else's implementation, as for tests. */
    record Foreign(Cgroup group) implements View {
        @Override
        public boolean isThere() {
            return false;
        }
    }
}
