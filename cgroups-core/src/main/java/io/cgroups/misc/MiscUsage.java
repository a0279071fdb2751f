package io.cgroups.misc;

import java.util.OptionalLong;

/**
 * What a group with those below has of one resource. Immutable.
 *
 * @param current how much is in use at this moment ({@code misc.current})
 * @param peak the most that was in use since the group was made ({@code misc.peak}, since Linux 6.11); empty when the kernel
 *     does not report it
 * @param refusals how often more was wanted than a limit allowed ({@code misc.events}, since Linux 5.16); empty when the
 *     kernel does not report it
 */
public record MiscUsage(long current, OptionalLong peak, OptionalLong refusals) {}
