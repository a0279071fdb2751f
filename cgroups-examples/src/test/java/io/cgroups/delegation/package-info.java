/** An ordinary user in groups that root has given away, whole, in part or not at all: on the host and in booted kernels. */
package io.cgroups.delegation;
