/** CPUs and memory nodes that members of a group may use. */
@NullMarked
package io.cgroups.cpuset;

import org.jspecify.annotations.NullMarked;
