/** The memory controller: limits of memory and swap, behaviour when they are reached, and statistics. */
@NullMarked
package io.cgroups.memory;

import org.jspecify.annotations.NullMarked;
