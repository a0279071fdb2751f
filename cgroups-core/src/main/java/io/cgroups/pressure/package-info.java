/** Pressure: how much time members of a group lose because they wait for CPU, memory, I/O or interrupts. */
@NullMarked
package io.cgroups.pressure;

import org.jspecify.annotations.NullMarked;
