/** Starting a program inside a group on the kernel this JVM runs on, without native code. */
@NullMarked
package io.cgroups.internal.start;

import org.jspecify.annotations.NullMarked;
