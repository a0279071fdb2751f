/** The cpu controller: bandwidth, portions and throttling statistics. */
@NullMarked
package io.cgroups.cpu;

import org.jspecify.annotations.NullMarked;
