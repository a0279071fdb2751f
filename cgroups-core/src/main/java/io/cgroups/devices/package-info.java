/**
 * The devices controller: which device nodes members of a group may open and make. v1 since Linux 2.6.26, v2 by a BPF
 * program since Linux 4.15.
 *
 * <p>{@link io.cgroups.devices.DevicePolicy} says what is wanted, in terms of {@link io.cgroups.devices.DeviceRule};
 * {@link io.cgroups.devices.DeviceList} is what is known.
 */
@NullMarked
package io.cgroups.devices;

import org.jspecify.annotations.NullMarked;
