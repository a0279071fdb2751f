/** The view for terminals. */
@NullMarked
package io.cgroups.examples.agent.top;

import org.jspecify.annotations.NullMarked;
