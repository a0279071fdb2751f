package io.cgroups;

import io.cgroups.blkio.BlkioSpec;
import io.cgroups.cpu.CpuSpec;
import io.cgroups.cpuset.CpusetSpec;
import io.cgroups.devices.DevicesSpec;
import io.cgroups.hugetlb.HugetlbSpec;
import io.cgroups.memory.MemorySpec;
import io.cgroups.misc.MiscSpec;
import io.cgroups.net.NetClsSpec;
import io.cgroups.net.NetPrioSpec;
import io.cgroups.pids.PidsSpec;
import io.cgroups.rdma.RdmaSpec;
import io.cgroups.spi.KernelWrite;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The desired state of a group over several controllers; a part that is absent stays as it is. Immutable.
 *
 * @param parts the parts by controller
 */
public record CgroupSpec(Map<Controller, ControllerSpec> parts) {

    /**
     * Copies the map.
     *
     * @param parts see the record
     */
    public CgroupSpec {
        parts = Map.copyOf(parts);
    }

    /**
     * Starts a specification that mentions nothing.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Compiles the parts for a group, without writing: in the order of {@link Controller}.
     *
     * @param group the group
     * @return the writes, in order
     * @throws ControllerUnavailableException if the group lacks a controller that is mentioned
     * @throws UnsupportedSettingException if this kernel or hierarchy lacks a setting that is mentioned
     * @throws CgroupIoException if a present value cannot be read
     */
    public List<KernelWrite> planFor(Cgroup group) {
        EnumMap<Controller, ControllerSpec> ordered = new EnumMap<>(Controller.class);
        ordered.putAll(parts);
        return ordered.values().stream()
                .flatMap(part -> part.planFor(group).stream())
                .toList();
    }

    /** Collects parts. Not safe for use by several threads. */
    public static final class Builder {
        private final EnumMap<Controller, ControllerSpec> parts = new EnumMap<>(Controller.class);

        private Builder() {}

        /**
         * Adds the part of a controller.
         *
         * @param part the part
         * @return this
         * @throws IllegalStateException if the controller has a part already
         */
        public Builder with(ControllerSpec part) {
            if (parts.putIfAbsent(part.controller(), part) != null) {
                throw new IllegalStateException(part.controller() + " has a part already; put both into one");
            }
            return this;
        }

        /**
         * Adds the part of the cpu controller.
         *
         * @param settings sets what is wanted
         * @return this
         * @throws IllegalStateException if the controller has a part already
         */
        public Builder cpu(Consumer<CpuSpec.Builder> settings) {
            CpuSpec.Builder builder = CpuSpec.builder();
            settings.accept(builder);
            return with(builder.build());
        }

        /**
         * Adds the part of the memory controller.
         *
         * @param settings sets what is wanted
         * @return this
         * @throws IllegalStateException if the controller has a part already
         */
        public Builder memory(Consumer<MemorySpec.Builder> settings) {
            MemorySpec.Builder builder = MemorySpec.builder();
            settings.accept(builder);
            return with(builder.build());
        }

        /**
         * Adds the part of the pids controller.
         *
         * @param settings sets what is wanted
         * @return this
         * @throws IllegalStateException if the controller has a part already
         */
        public Builder pids(Consumer<PidsSpec.Builder> settings) {
            PidsSpec.Builder builder = PidsSpec.builder();
            settings.accept(builder);
            return with(builder.build());
        }

        /**
         * Adds the part of the hugetlb controller.
         *
         * @param settings sets what is wanted
         * @return this
         * @throws IllegalStateException if the controller has a part already
         */
        public Builder hugetlb(Consumer<HugetlbSpec.Builder> settings) {
            HugetlbSpec.Builder builder = HugetlbSpec.builder();
            settings.accept(builder);
            return with(builder.build());
        }

        /**
         * Adds the part of the blkio controller.
         *
         * @param settings sets what is wanted
         * @return this
         * @throws IllegalStateException if the controller has a part already
         */
        public Builder blkio(Consumer<BlkioSpec.Builder> settings) {
            BlkioSpec.Builder builder = BlkioSpec.builder();
            settings.accept(builder);
            return with(builder.build());
        }

        /**
         * Adds the part of the net_cls controller.
         *
         * @param settings sets what is wanted
         * @return this
         * @throws IllegalStateException if the controller has a part already
         */
        public Builder netCls(Consumer<NetClsSpec.Builder> settings) {
            NetClsSpec.Builder builder = NetClsSpec.builder();
            settings.accept(builder);
            return with(builder.build());
        }

        /**
         * Adds the part of the net_prio controller.
         *
         * @param settings sets what is wanted
         * @return this
         * @throws IllegalStateException if the controller has a part already
         */
        public Builder netPrio(Consumer<NetPrioSpec.Builder> settings) {
            NetPrioSpec.Builder builder = NetPrioSpec.builder();
            settings.accept(builder);
            return with(builder.build());
        }

        /**
         * Adds the part of the devices controller.
         *
         * @param settings sets what is wanted
         * @return this
         * @throws IllegalStateException if the controller has a part already
         */
        public Builder devices(Consumer<DevicesSpec.Builder> settings) {
            DevicesSpec.Builder builder = DevicesSpec.builder();
            settings.accept(builder);
            return with(builder.build());
        }

        /**
         * Adds the part of the cpuset controller.
         *
         * @param settings sets what is wanted
         * @return this
         * @throws IllegalStateException if the controller has a part already
         */
        public Builder cpuset(Consumer<CpusetSpec.Builder> settings) {
            CpusetSpec.Builder builder = CpusetSpec.builder();
            settings.accept(builder);
            return with(builder.build());
        }

        /**
         * Adds the part of the rdma controller.
         *
         * @param settings sets what is wanted
         * @return this
         * @throws IllegalStateException if the controller has a part already
         */
        public Builder rdma(Consumer<RdmaSpec.Builder> settings) {
            RdmaSpec.Builder builder = RdmaSpec.builder();
            settings.accept(builder);
            return with(builder.build());
        }

        /**
         * Adds the part of the misc controller.
         *
         * @param settings sets what is wanted
         * @return this
         * @throws IllegalStateException if the controller has a part already
         */
        public Builder misc(Consumer<MiscSpec.Builder> settings) {
            MiscSpec.Builder builder = MiscSpec.builder();
            settings.accept(builder);
            return with(builder.build());
        }

        /**
         * Makes the specification.
         *
         * @return an immutable copy of what was added
         */
        public CgroupSpec build() {
            return new CgroupSpec(parts);
        }
    }
}
