package io.cgroups.memory;

import java.util.OptionalLong;

/**
 * How often things happened to the swap of a group, with the groups below, since it was made; v2
 * {@code memory.swap.events}. What the kernel does not report is empty. Immutable.
 *
 * @param high swap was over {@code memory.swap.high}, since Linux 5.8
 * @param max swap was about to exceed {@code memory.swap.max}, so that nothing was swapped out
 * @param failures nothing was swapped out because of the limit or because there is no swap left
 */
public record MemorySwapEvents(OptionalLong high, OptionalLong max, OptionalLong failures) {}
