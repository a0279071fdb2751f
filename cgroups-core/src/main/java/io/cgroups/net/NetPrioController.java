package io.cgroups.net;

import io.cgroups.CgroupIoException;
import io.cgroups.ControllerFacet;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The priorities of packets that members of a group send, for each network interface. The kernel counts nothing for it.
 *
 * <p>v1 {@code net_prio.ifpriomap}, since Linux 3.3; v2 has none. The kernel only knows the interfaces of the first network
 * namespace of the machine here, whichever namespace the caller is in. The setters are one-part specifications, see
 * {@link NetPrioSpec}; each returns this, and throws {@link CgroupIoException} if the kernel refuses, and then has changed
 * nothing.
 */
public interface NetPrioController extends ControllerFacet<NetPrioSpec, NetPrioController> {

    /**
     * Reads all priorities; {@code net_prio.ifpriomap}.
     *
     * @return the priorities by interface, in the order of the kernel; 0 where none is set; immutable
     */
    Map<String, Long> priorities();

    /**
     * Reads the priority for one interface.
     *
     * @param networkInterface its name
     * @return the priority, 0 when none is set; empty when the kernel knows no such interface here
     */
    default OptionalLong priority(String networkInterface) {
        Long priority = priorities().get(networkInterface);
        return priority == null ? OptionalLong.empty() : OptionalLong.of(priority);
    }

    /**
     * Reads the number the kernel knows this group by in its tables of priorities; {@code net_prio.prioidx}.
     *
     * @return the number, which cannot be chosen
     */
    long index();

    /**
     * Sets the priority for one interface, and keeps the others.
     *
     * @param networkInterface see {@link NetPrioSpec.Builder#priority}
     * @param priority see {@link NetPrioSpec.Builder#priority}
     * @return this
     * @throws io.cgroups.ValueRejectedException if the kernel knows no such interface
     */
    default NetPrioController priority(String networkInterface, long priority) {
        return apply(NetPrioSpec.builder().priority(networkInterface, priority).build());
    }
}
