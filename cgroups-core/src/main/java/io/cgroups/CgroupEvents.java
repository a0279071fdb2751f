package io.cgroups;

import io.cgroups.event.EventListener;
import io.cgroups.event.FrozenEvent;
import io.cgroups.event.MemoryThresholdEvent;
import io.cgroups.event.OomEvent;
import io.cgroups.event.PopulatedEvent;
import io.cgroups.event.PressureEvent;
import io.cgroups.event.PressureTrigger;
import io.cgroups.event.Subscription;
import io.cgroups.unit.DataSize;

/**
 * Being told what happens to a group.
 *
 * <p>Only changes are told: how it is at the moment of the subscription is where they begin, and a change that is undone before
 * it could be looked at is none. The removal of the group ends a subscription, and so does the disabling of its controller or of the
 * measuring of pressure, which {@link EventListener#ended} tells; the last changes before it may be told by that alone. All
 * listeners of one {@link Cgroups} are called by one daemon thread, see {@link EventListener}.
 *
 * <p>Every method throws {@link CgroupNotFoundException} if the group is gone, {@link UnsupportedSettingException} for the root
 * of a hierarchy, which has none of these events but pressure, and where the kernel lacks what is needed, and
 * {@link CgroupIoException} if the kernel refuses, also for want of descriptors; then nothing is subscribed to.
 */
public sealed interface CgroupEvents permits Cgroup {

    /**
     * Tells when memory runs out. A kill and what led to it are told together or one a moment after the other, as the kernel
     * counts them one after the other.
     *
     * <p>On v2 this is {@code memory.events}, so it is about limits and members of this group and of those below (since Linux
     * 5.2, and unless mounted with {@code memory_localevents}); the kernel tells at once, or 10 ms after the event before. On v1 it is
     * {@code memory.oom_control}: about the limits of this group and of those above, and about kills of members of this group itself. There
     * the kernel tells before it kills, so the file is looked at for another 100 ms; kills because the whole machine is out of
     * memory are found within 1 second.
     *
     * @param listener is told
     * @return to be closed when no more is to be told
     * @throws ControllerUnavailableException if the group does not have the memory controller
     */
    Subscription onOom(EventListener<OomEvent> listener);

    /**
     * Tells when the first member comes, and when the last one has left, here and in the groups below. A zombie is no
     * member.
     *
     * <p>A group over several hierarchies is looked at in one of them: the unified one, else that of pids, else its first. On
     * v2 the kernel tells at once, or 10 ms after the event before ({@code cgroup.events}). v1 tells nothing: there it is looked at every 50 ms, and
     * noticed then or, if the number in {@code pids.current} is the same, within 250 ms. With pids a look is one read of a few
     * bytes, without it also one of {@code cgroup.procs}, of each group below as long as none has members.
     *
     * @param listener is told
     * @return to be closed when no more is to be told
     */
    Subscription onPopulated(EventListener<PopulatedEvent> listener);

    /**
     * Tells when all members stand still because this group or one above is frozen, and when they may go on.
     *
     * <p>On v2 the kernel tells at once, or 10 ms after the event before ({@code cgroup.events}, since Linux 5.2). v1 tells nothing: there {@code freezer.state}
     * is looked at every 50 ms.
     *
     * @param listener is told
     * @return to be closed when no more is to be told
     * @throws ControllerUnavailableException if the group is not in a hierarchy that freezes
     */
    Subscription onFrozen(EventListener<FrozenEvent> listener);

    /**
     * Tells when members lose more time to waiting than a trigger says, on the unified hierarchy, since Linux 5.2 and whatever the
     * controllers of the group: {@code cpu.pressure}, {@code memory.pressure} and {@code io.pressure}. Works for the root, which
     * is the whole machine.
     *
     * @param trigger how much time within how long
     * @param listener is told, at most once in each window
     * @return to be closed when no more is to be told
     * @throws UnsupportedSettingException if the group is not in a unified hierarchy, or pressure is not measured; the hint says
     *     what to do about it
     */
    Subscription onPressure(PressureTrigger trigger, EventListener<PressureEvent> listener);

    /**
     * Tells when the memory in use, file cache and groups below included, rises to a threshold, and when it falls below again.
     *
     * <p>On v1 the kernel tells ({@code memory.usage_in_bytes}, whole pages); it looks after some hundred pages that came or went, so the
     * file is also looked at every second. v2 tells nothing: there {@code memory.current} is looked at every 50 ms, which is one
     * read of a few bytes; a peak between two looks is missed.
     *
     * @param threshold at least 1 byte
     * @param listener is told
     * @return to be closed when no more is to be told
     * @throws InvalidValueException if the threshold is 0
     * @throws ControllerUnavailableException if the group does not have the memory controller
     */
    Subscription onMemoryThreshold(DataSize threshold, EventListener<MemoryThresholdEvent> listener);
}
