package io.cgroups.pressure;

import io.cgroups.CgroupIoException;
import io.cgroups.UnsupportedSettingException;

/**
 * How much time the members of a group with those below lose to waiting; the kernel says pressure stall information.
 *
 * <p>Measured on the unified hierarchy, whatever the controllers of the group, since Linux 4.20 (of the root, which is the
 * whole machine, since 5.2). A kernel where it is off by default measures when {@code psi=1} is on its command line. There
 * is none on v1. Live and safe to share: every call asks the kernel.
 *
 * <p>Not to be read more often than every 10 ms or so: the kernel adds up in ticks of its clock (1 to 10 ms, {@code CONFIG_HZ}), and
 * what happened between two readings in the same tick is lost, for every reader.
 *
 * <p>Every method throws {@link CgroupIoException} if the kernel refuses, and {@link UnsupportedSettingException} if
 * pressure is not measured; the hint says how to switch it on.
 */
public interface GroupPressure {

    /**
     * Reads how long members waited for a CPU, also because of a quota; {@code cpu.pressure}.
     *
     * @return a snapshot
     */
    Pressure cpu();

    /**
     * Reads how long members waited for memory: reclaim, swapping in, reading back what was dropped;
     * {@code memory.pressure}.
     *
     * @return a snapshot
     */
    Pressure memory();

    /**
     * Reads how long members waited for block devices; {@code io.pressure}.
     *
     * @return a snapshot
     */
    Pressure io();

    /**
     * Reads how long interrupts kept members from running; {@code irq.pressure}, since Linux 6.1.
     *
     * @return a snapshot
     * @throws UnsupportedSettingException also if the kernel measures the others but not this, as those do that are built
     *     without {@code IRQ_TIME_ACCOUNTING}
     */
    Pressure irq();

    /**
     * Reads whether pressure of this group is measured; {@code cgroup.pressure}.
     *
     * @return false after {@code enable(false)}; true before Linux 6.1, which always measures
     */
    boolean enabled();

    /**
     * Switches the measuring for this group on or off; {@code cgroup.pressure}, since Linux 6.1, by default on. Off, it
     * saves a little work at each switch of tasks. Groups above and below are not affected. What was counted stays.
     *
     * @param on whether to measure
     * @return this
     */
    GroupPressure enable(boolean on);
}
