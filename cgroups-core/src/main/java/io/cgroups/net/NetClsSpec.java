package io.cgroups.net;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.ControllerSpec;
import io.cgroups.spi.KernelWrite;
import java.util.List;
import java.util.Optional;

/**
 * What can be set of the net_cls controller; a setting that is absent stays as it is. Immutable.
 *
 * @param classId the class of packets that members send; see {@link Builder#classId}
 * @param mark the mark of packets that members send; see {@link Builder#mark}
 */
public record NetClsSpec(Optional<ClassId> classId, Optional<PacketMark> mark) implements ControllerSpec {

    /**
     * Starts a specification that mentions nothing.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Controller controller() {
        return Controller.NET_CLS;
    }

    @Override
    public List<KernelWrite> planFor(Cgroup group) {
        return group.netCls().plan(this);
    }

    /** Collects settings. Not safe for use by several threads. */
    public static final class Builder {
        private Optional<ClassId> classId = Optional.empty();
        private Optional<PacketMark> mark = Optional.empty();

        private Builder() {}

        /**
         * Marks the packets that members send with a class. Groups below that have a class keep their own; a new one has
         * that of the group above it, on v1 as it was when the group was made, on v2 as it is.
         *
         * @param classId the class, default that of the group above, {@link ClassId#NONE} to mark none; v1
         *     {@code net_cls.classid}, v2 a program at {@code cgroup_inet_egress}; on v1 sockets that members have already
         *     are marked as well since Linux 4.4, before only when a member is moved; on v2 those that were made in the
         *     group
         * @return this
         */
        public Builder classId(ClassId classId) {
            this.classId = Optional.of(classId);
            return this;
        }

        /**
         * Gives the packets that members send a mark. A packet that has a mark already, of its socket or of a group below,
         * keeps it.
         *
         * @param mark the mark, default that of the group above, {@link PacketMark#NONE} to give none, which needs that
         *     no group above gives one; v2 only, by the same program as the class
         * @return this
         */
        public Builder mark(PacketMark mark) {
            this.mark = Optional.of(mark);
            return this;
        }

        /**
         * Makes the specification.
         *
         * @return an immutable copy of what was set
         */
        public NetClsSpec build() {
            return new NetClsSpec(classId, mark);
        }
    }
}
