/** What the conversions of the packages of controllers share. */
@NullMarked
package io.cgroups.internal.unit;

import org.jspecify.annotations.NullMarked;
