/** The driver of the cgroup v2 hierarchy; applications use it through {@code io.cgroups} only. */
@NullMarked
package io.cgroups.v2;

import org.jspecify.annotations.NullMarked;
