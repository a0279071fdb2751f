/** The cpuacct controller: CPU time used. */
@NullMarked
package io.cgroups.cpuacct;

import org.jspecify.annotations.NullMarked;
