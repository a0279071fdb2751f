package io.cgroups.memory;

import io.cgroups.unit.DataSize;
import java.util.Optional;

/**
 * What memory is used for; what the kernel does not report is empty. Immutable.
 *
 * @param cache file cache, tmpfs and shared memory included; v1 {@code cache}, v2 {@code file}
 * @param rss memory of members that is no file cache; v1 {@code rss}, v2 {@code anon}
 * @param mappedFile file cache that members have mapped; v1 {@code mapped_file}, v2 {@code file_mapped}
 * @param inactiveFile file cache that is reclaimed first; {@code inactive_file}
 * @param sharedMemory tmpfs and shared memory; {@code shmem}, on v1 since Linux 4.13
 * @param swap what is swapped out; v1 {@code swap}, v2 {@code memory.swap.current}
 */
public record MemoryParts(
        Optional<DataSize> cache,
        Optional<DataSize> rss,
        Optional<DataSize> mappedFile,
        Optional<DataSize> inactiveFile,
        Optional<DataSize> sharedMemory,
        Optional<DataSize> swap) {}
