/** One thread that waits for many signals of a kernel, whichever kernel that is. */
@NullMarked
package io.cgroups.internal.event;

import org.jspecify.annotations.NullMarked;
