package io.cgroups.internal.fs;

import io.cgroups.CgroupException;
import io.cgroups.CgroupNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Tells a group that is gone from one that only lost a file, as when its controller is disabled. */
final class GoneFile {
    /** When a group is removed its files go a moment before its directory. */
    private static final long MOMENT = Duration.ofMillis(20).toNanos();

    private final Optional<Path> group;
    private final Optional<Object> identity;
    private OptionalLong since = OptionalLong.empty();

    /** Remembers which group it is that has the file now. */
    GoneFile(Path file) {
        this.group = Optional.ofNullable(file.getParent());
        this.identity = identity();
    }

    /** Another group of the same name has another number. */
    private Optional<Object> identity() {
        return group.flatMap(directory -> {
            try {
                return Optional.ofNullable(
                        Files.readAttributes(directory, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                                .fileKey());
            } catch (IOException e) {
                return Optional.empty();
            }
        });
    }

    /** See {@link io.cgroups.internal.event.Held#meaning}; by one thread. */
    Optional<CgroupException> meaning(CgroupException failure) {
        if (!(failure instanceof CgroupNotFoundException gone)
                || identity.isEmpty()
                || !identity().equals(identity)) {
            return Optional.of(failure);
        }
        long now = System.nanoTime();
        long first = since.orElse(now);
        since = OptionalLong.of(first);
        return now - first < MOMENT ? Optional.empty() : Optional.of(EventRefusals.fileIsGone(gone));
    }
}
