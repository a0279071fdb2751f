/** One logical group over many hierarchies: making, joining, changing and removing it. */
@NullMarked
package io.cgroups.internal.route;

import org.jspecify.annotations.NullMarked;
