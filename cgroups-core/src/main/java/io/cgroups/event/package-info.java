/** Events: being told what happens to a group, instead of asking again and again. */
@NullMarked
package io.cgroups.event;

import org.jspecify.annotations.NullMarked;
