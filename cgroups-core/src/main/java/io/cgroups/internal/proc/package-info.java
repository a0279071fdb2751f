/** Parsers of the texts of /proc, and the detection of a host's layout. */
@NullMarked
package io.cgroups.internal.proc;

import org.jspecify.annotations.NullMarked;
