package io.cgroups.internal.proc;

/**
 * One process or thread, told from earlier and later ones that have the same id.
 *
 * @param id the id
 * @param start when it began, in clock ticks since the machine did
 */
public record Incarnation(long id, long start) {}
