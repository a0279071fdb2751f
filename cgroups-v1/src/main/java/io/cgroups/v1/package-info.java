/** The driver of cgroup v1 hierarchies; applications use it through {@code io.cgroups} only. */
@NullMarked
package io.cgroups.v1;

import org.jspecify.annotations.NullMarked;
