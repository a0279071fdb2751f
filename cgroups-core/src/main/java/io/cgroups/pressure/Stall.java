package io.cgroups.pressure;

import java.time.Duration;

/**
 * Time that was lost to waiting. Immutable.
 *
 * @param avg10 percent of the last 10 seconds, 0 to 100 in steps of 0.01; the kernel's running average ({@code avg10})
 * @param avg60 percent of the last 60 seconds ({@code avg60})
 * @param avg300 percent of the last 300 seconds ({@code avg300})
 * @param total all time since the group was made, in whole microseconds ({@code total})
 */
public record Stall(double avg10, double avg60, double avg300, Duration total) {}
