package io.cgroups.net;

import io.cgroups.CgroupIoException;
import io.cgroups.ControllerFacet;

/**
 * Marks the packets that members of a group send with a class id, for {@code tc} (the {@code cgroup} classifier) and for
 * netfilter to sort them by. The kernel counts nothing for it.
 *
 * <p>v1 {@code net_cls.classid}, since Linux 2.6.29; v2 has none, there programs and netfilter match the group itself.
 * The setter is a one-part specification, see {@link NetClsSpec}; it returns this, and throws {@link CgroupIoException} if
 * the kernel refuses, and then has changed nothing.
 */
public interface NetClsController extends ControllerFacet<NetClsSpec, NetClsController> {

    /**
     * Reads the class; {@code net_cls.classid}.
     *
     * @return the class, {@link ClassId#NONE} when there is none
     */
    ClassId classId();

    /**
     * Sets the class.
     *
     * @param classId see {@link NetClsSpec.Builder#classId}
     * @return this
     */
    default NetClsController classId(ClassId classId) {
        return apply(NetClsSpec.builder().classId(classId).build());
    }
}
