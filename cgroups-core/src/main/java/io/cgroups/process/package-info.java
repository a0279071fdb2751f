/** Programs that are started inside a group: {@link io.cgroups.Cgroup#command(String...)} begins one. */
@NullMarked
package io.cgroups.process;

import org.jspecify.annotations.NullMarked;
