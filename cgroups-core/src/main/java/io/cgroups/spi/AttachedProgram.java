package io.cgroups.spi;

/**
 * A BPF program that is attached to a v2 group: this library's or anybody's. Immutable.
 *
 * @param id the kernel's number of it, as {@code bpftool} shows it
 * @param name the name it was loaded under, which may be empty
 */
public record AttachedProgram(int id, String name) {}
