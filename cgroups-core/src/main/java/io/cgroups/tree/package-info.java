/** The tree of groups on the unified hierarchy: kinds of groups, limits of the sub-tree, and what is in it. */
@NullMarked
package io.cgroups.tree;

import org.jspecify.annotations.NullMarked;
