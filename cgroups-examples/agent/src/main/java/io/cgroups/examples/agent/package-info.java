/** A small agent: the metrics of all groups below a base, a page to look at them, and the same for terminals. */
@NullMarked
package io.cgroups.examples.agent;

import org.jspecify.annotations.NullMarked;
