/** The contract that every driver keeps on every kernel, as abstract test classes. */
@NullMarked
package io.cgroups.contract;

import org.jspecify.annotations.NullMarked;
