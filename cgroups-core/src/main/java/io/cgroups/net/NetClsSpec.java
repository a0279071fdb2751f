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
 */
public record NetClsSpec(Optional<ClassId> classId) implements ControllerSpec {

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

        private Builder() {}

        /**
         * Marks the packets that members send. Groups below that are there already keep their own class; a new one starts
         * with that of the group above it.
         *
         * @param classId the class, default that of the group above when this one was made, {@link ClassId#NONE} to mark
         *     none; {@code net_cls.classid}, v2 has none; sockets that members have already are marked as well since Linux
         *     4.4, before only when a member is moved
         * @return this
         */
        public Builder classId(ClassId classId) {
            this.classId = Optional.of(classId);
            return this;
        }

        /**
         * Makes the specification.
         *
         * @return an immutable copy of what was set
         */
        public NetClsSpec build() {
            return new NetClsSpec(classId);
        }
    }
}
