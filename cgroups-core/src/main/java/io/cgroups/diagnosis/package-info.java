/** What a caller can do with the control groups of a host, and what stands in the way of the rest. */
@NullMarked
package io.cgroups.diagnosis;

import org.jspecify.annotations.NullMarked;
