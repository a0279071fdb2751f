/** Class ids of network packets and priorities per network interface. */
@NullMarked
package io.cgroups.net;

import org.jspecify.annotations.NullMarked;
