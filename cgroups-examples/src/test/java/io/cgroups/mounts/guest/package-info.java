/** Test classes that run inside a scenario of {@code src/test/mounts} and nowhere else. */
package io.cgroups.mounts.guest;
