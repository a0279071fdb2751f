/** What a driver of a hierarchy implements and uses, and the gate to the kernel's files. */
@NullMarked
package io.cgroups.spi;

import org.jspecify.annotations.NullMarked;
