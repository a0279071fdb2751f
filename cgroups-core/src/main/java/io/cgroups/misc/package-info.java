/** Scalar resources of particular machines, such as encryption ids. */
@NullMarked
package io.cgroups.misc;

import org.jspecify.annotations.NullMarked;
