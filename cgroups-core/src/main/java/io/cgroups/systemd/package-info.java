/**
 * For hosts that systemd runs: {@link io.cgroups.systemd.SystemdScope} asks it for a group below which groups may be made.
 *
 * <p>systemd writes the control files of every group it has made, and takes groups that others make beside them for its own to
 * remove. A <em>delegated</em> scope is the exception it offers: what is below belongs to the program that asked.
 *
 * <p>Needs {@code com.github.hypfvieh:dbus-java-core} and {@code dbus-java-transport-native-unixsocket}, which are optional
 * dependencies.
 */
@NullMarked
package io.cgroups.systemd;

import org.jspecify.annotations.NullMarked;
