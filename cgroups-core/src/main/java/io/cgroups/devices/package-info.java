/** Which device nodes members of a group may open and make. */
@NullMarked
package io.cgroups.devices;

import org.jspecify.annotations.NullMarked;
