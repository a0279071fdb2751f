/** Whose a group is: marks on its directories, and whether who set them still lives. */
@NullMarked
package io.cgroups.internal.own;

import org.jspecify.annotations.NullMarked;
