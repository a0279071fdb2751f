/** Groups with something to see. */
@NullMarked
package io.cgroups.examples.agent.demo;

import org.jspecify.annotations.NullMarked;
