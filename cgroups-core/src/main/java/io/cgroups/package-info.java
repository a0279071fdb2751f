/** Start here: {@link io.cgroups.Cgroup#create} makes a group, its methods limit, fill and remove it, and {@link io.cgroups.Cgroups} configures where. */
@NullMarked
package io.cgroups;

import org.jspecify.annotations.NullMarked;
