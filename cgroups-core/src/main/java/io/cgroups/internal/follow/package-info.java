/** From signals of the kernel to events of a group. */
@NullMarked
package io.cgroups.internal.follow;

import org.jspecify.annotations.NullMarked;
