package io.cgroups.pressure;

import java.util.Optional;

/**
 * One reading of pressure: how much time the members of a group with those below lose to waiting for one resource.
 * Immutable.
 *
 * @param some time in which at least one waited, whatever the others did; empty for interrupts, which stop everybody on
 *     their CPU
 * @param full time in which all that had anything to do waited, so that nothing was done; empty for the CPU on kernels
 *     before 5.13, and always 0 for the CPU of the whole machine
 */
public record Pressure(Optional<Stall> some, Optional<Stall> full) {}
