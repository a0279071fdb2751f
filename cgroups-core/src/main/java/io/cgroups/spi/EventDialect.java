package io.cgroups.spi;

import io.cgroups.Failure;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.event.PressureTrigger;
import io.cgroups.unit.DataSize;
import java.time.Duration;

/**
 * How one version of control groups tells what happens to a group. Each method looks first whether the group has what it takes,
 * and throws {@link io.cgroups.CgroupNotFoundException} if the group is gone, {@link io.cgroups.ControllerUnavailableException} if a
 * controller is not enabled for it, {@link UnsupportedSettingException} if the kernel has no such file, and
 * {@link io.cgroups.CgroupIoException} if it refuses. Immutable, safe for use by many threads.
 */
public interface EventDialect {

    /**
     * Follows how often memory ran out.
     *
     * @param dir the group, in the hierarchy of the memory controller and not its root
     * @return the feed
     */
    EventFeed<OomCounts> ooms(GroupDir dir);

    /**
     * Follows whether the group or one below it has members.
     *
     * @param dir the group, which is not the root
     * @return the feed
     */
    EventFeed<Boolean> populated(GroupDir dir);

    /**
     * Follows whether all members stand still.
     *
     * @param dir the group, in a hierarchy that freezes and not its root
     * @return the feed
     */
    EventFeed<Boolean> frozen(GroupDir dir);

    /**
     * Follows the memory in use.
     *
     * @param dir the group, in the hierarchy of the memory controller and not its root
     * @param threshold at which usage to look, when it rises to it and when it falls below
     * @return the feed
     */
    EventFeed<DataSize> memory(GroupDir dir, DataSize threshold);

    /**
     * Follows the time lost to waiting.
     *
     * @param dir the group
     * @param trigger when to look
     * @return the feed, of all the time lost until now; by default none, as v1 has no pressure
     */
    default EventFeed<Duration> stalled(GroupDir dir, PressureTrigger trigger) {
        throw new UnsupportedSettingException(
                Failure.of("wait for pressure", "v1 does not measure it").at(dir.path()));
    }
}
