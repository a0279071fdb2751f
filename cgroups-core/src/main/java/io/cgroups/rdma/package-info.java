/** Remote direct memory access objects of a group. */
@NullMarked
package io.cgroups.rdma;

import org.jspecify.annotations.NullMarked;
