/** The only code that calls the C library. */
@NullMarked
package io.cgroups.internal.linux;

import org.jspecify.annotations.NullMarked;
