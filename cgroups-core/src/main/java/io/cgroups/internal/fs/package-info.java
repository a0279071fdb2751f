/** The gate to the files of a real kernel. */
@NullMarked
package io.cgroups.internal.fs;

import org.jspecify.annotations.NullMarked;
