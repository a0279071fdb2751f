/** Runnable programs that show the library at work. */
@NullMarked
package io.cgroups.examples;

import org.jspecify.annotations.NullMarked;
