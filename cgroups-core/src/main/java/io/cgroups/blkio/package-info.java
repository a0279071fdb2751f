/** Throttling, weights and statistics of block devices. */
@NullMarked
package io.cgroups.blkio;

import org.jspecify.annotations.NullMarked;
