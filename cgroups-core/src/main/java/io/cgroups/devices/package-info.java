/**
 * The devices controller, since Linux 2.6.26 and on v1 only: which device nodes members of a group may open and make.
 *
 * <p>{@link io.cgroups.devices.DevicePolicy} says what is wanted, in terms of {@link io.cgroups.devices.DeviceRule};
 * {@link io.cgroups.devices.DeviceList} is what the kernel tells.
 */
@NullMarked
package io.cgroups.devices;

import org.jspecify.annotations.NullMarked;
