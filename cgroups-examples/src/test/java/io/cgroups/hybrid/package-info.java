/** Groups whose hierarchies are of both versions. */
package io.cgroups.hybrid;
