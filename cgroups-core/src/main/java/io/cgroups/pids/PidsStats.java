package io.cgroups.pids;

import java.util.OptionalLong;

/**
 * The processes and threads of a group with those below at one moment. Immutable.
 *
 * @param current how many there are ({@code pids.current})
 * @param peak the most there were since the group was made ({@code pids.peak}, since Linux 6.1)
 * @param refusals how often one more was refused because of the limit ({@code max} of {@code pids.events}, since Linux
 *     4.8)
 */
public record PidsStats(long current, OptionalLong peak, OptionalLong refusals) {}
