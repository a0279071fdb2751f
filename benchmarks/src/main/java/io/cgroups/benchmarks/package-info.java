/** What the library costs; the README next to the sources lists questions, ways to run and figures. */
@NullMarked
package io.cgroups.benchmarks;

import org.jspecify.annotations.NullMarked;
