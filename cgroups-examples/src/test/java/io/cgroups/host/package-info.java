/** The contracts on the kernel that the build runs on: the drivers of both versions are on the class path here only. */
package io.cgroups.host;
