/** Runs test classes in virtual machines that boot a real kernel: see {@code src/test/vm/README.md}. */
package io.cgroups.vm;
