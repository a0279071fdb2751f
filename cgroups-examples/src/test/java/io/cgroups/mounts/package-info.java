/** Runs test classes in mount namespaces of this host that show its hierarchies elsewhere, in part or read-only. */
package io.cgroups.mounts;
