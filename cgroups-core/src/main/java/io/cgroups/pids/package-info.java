/** The pids controller: how many processes and threads a group may have. */
@NullMarked
package io.cgroups.pids;

import org.jspecify.annotations.NullMarked;
