/** Threads of this JVM that are in a group: they join it before they do anything else. */
@NullMarked
package io.cgroups.internal.thread;

import org.jspecify.annotations.NullMarked;
