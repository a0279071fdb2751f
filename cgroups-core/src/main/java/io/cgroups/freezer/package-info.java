/** The freezer: stopping all members of a group, and letting them go on. */
@NullMarked
package io.cgroups.freezer;

import org.jspecify.annotations.NullMarked;
