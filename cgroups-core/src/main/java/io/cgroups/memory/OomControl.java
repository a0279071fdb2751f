package io.cgroups.memory;

import java.util.OptionalLong;

/**
 * What happens when memory runs out in a group, and what has happened; v1 {@code memory.oom_control}. Immutable.
 *
 * @param killDisabled whether members wait for memory instead of being killed ({@code oom_kill_disable})
 * @param underOom whether members are waiting now ({@code under_oom})
 * @param kills how many members were killed for want of memory since the group was made ({@code oom_kill}, since Linux
 *     4.13); empty when the kernel does not report it
 */
public record OomControl(boolean killDisabled, boolean underOom, OptionalLong kills) {}
