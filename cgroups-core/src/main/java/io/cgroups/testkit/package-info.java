/** A strict in-memory kernel, for unit tests without root and on any system. */
@NullMarked
package io.cgroups.testkit;

import org.jspecify.annotations.NullMarked;
