/** What groups do, second by second. */
@NullMarked
package io.cgroups.examples.agent.watch;

import org.jspecify.annotations.NullMarked;
