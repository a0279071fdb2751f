/** Values with units, and bounds that may be absent on purpose. */
@NullMarked
package io.cgroups.unit;

import org.jspecify.annotations.NullMarked;
