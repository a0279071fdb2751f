/** What groups do, for Micrometer. Needs {@code io.micrometer:micrometer-core}, which a program that measures has already. */
@NullMarked
package io.cgroups.metrics;

import org.jspecify.annotations.NullMarked;
