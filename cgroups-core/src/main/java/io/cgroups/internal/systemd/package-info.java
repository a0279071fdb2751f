/** The only code that knows D-Bus, and what it is called through. */
@NullMarked
package io.cgroups.internal.systemd;

import org.jspecify.annotations.NullMarked;
