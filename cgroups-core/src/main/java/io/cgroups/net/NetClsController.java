package io.cgroups.net;

import io.cgroups.CgroupIoException;
import io.cgroups.ControllerFacet;

/**
 * Marks the packets that members of a group send with a class id, for {@code tc} and netfilter to sort them by. The kernel
 * counts nothing for it.
 *
 * <ul>
 *   <li>v1, since Linux 2.6.29: {@code net_cls.classid}. A queueing discipline obeys it by a filter
 *       ({@code tc filter add ... cgroup}), netfilter by {@code -m cgroup --cgroup} or {@code meta cgroup}.
 *   <li>v2 has no file: a BPF program of the group ({@code cgroup_inet_egress}, since Linux 4.15) makes the class the
 *       priority of each packet of IP. HTB, and each discipline whose classes are found by priority, obeys it without a
 *       filter; netfilter matches it by {@code meta priority}. A packet that has a priority above 65535 already keeps it.
 *       It needs root in the first user namespace, also for reading.
 * </ul>
 *
 * <p>On v2 a socket belongs to the group its process was in when the socket was made, on v1 it follows when the process
 * moves.
 *
 * <p>The setter is a one-part specification, see {@link NetClsSpec}; it returns this, and throws {@link CgroupIoException} if
 * the kernel refuses, and then has changed nothing.
 */
public interface NetClsController extends ControllerFacet<NetClsSpec, NetClsController> {

    /**
     * Reads the class; v1 {@code net_cls.classid}, v2 the program of this group, or of the nearest group above that has
     * a class.
     *
     * @return the class, {@link ClassId#NONE} when there is none
     * @throws CgroupIoException if the kernel refuses
     */
    ClassId classId();

    /**
     * Reads the mark; v2 the program of this group, or of the nearest group above that has a mark.
     *
     * @return the mark, {@link PacketMark#NONE} when there is none
     * @throws io.cgroups.UnsupportedSettingException on v1
     * @throws CgroupIoException if the kernel refuses
     */
    PacketMark mark();

    /**
     * Sets the class.
     *
     * @param classId see {@link NetClsSpec.Builder#classId}
     * @return this
     */
    default NetClsController classId(ClassId classId) {
        return apply(NetClsSpec.builder().classId(classId).build());
    }

    /**
     * Sets the mark.
     *
     * @param mark see {@link NetClsSpec.Builder#mark}
     * @return this
     * @throws io.cgroups.UnsupportedSettingException on v1
     */
    default NetClsController mark(PacketMark mark) {
        return apply(NetClsSpec.builder().mark(mark).build());
    }
}
