package io.cgroups.pids;

import java.util.OptionalLong;

/**
 * The processes and threads of a group with those below at one moment. Immutable.
 *
 * @param current how many there are ({@code pids.current})
 * @param peak the most there were since the group was made ({@code pids.peak}, since Linux 6.1); empty when the kernel does
 *     not report it
 * @param refusals {@code max} of {@code pids.events}, since Linux 4.8: on older kernels how often a member of this group was
 *     refused one more, whoever's limit it was; on newer ones, on v2, how often the limit of this group or of one below
 *     refused one; empty when the kernel does not report it
 */
public record PidsStats(long current, OptionalLong peak, OptionalLong refusals) {}
