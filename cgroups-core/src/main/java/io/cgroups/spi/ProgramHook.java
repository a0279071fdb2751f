package io.cgroups.spi;

/** Where in the kernel a BPF program of a v2 group runs. */
public enum ProgramHook {
    /**
     * When a member opens or makes a device node, since Linux 4.15. The program is given the kind and the access in one
     * word, the major and the minor number, and answers 1 for yes and 0 for no.
     */
    DEVICE("cgroup_device"),
    /**
     * When a packet of a socket of the group leaves, since Linux 4.10. The program is given the packet, whose priority
     * and mark it may change, and answers 1 to let it pass.
     */
    EGRESS("cgroup_inet_egress");

    private final String kernelName;

    ProgramHook(String kernelName) {
        this.kernelName = kernelName;
    }

    /**
     * What {@code bpftool cgroup} calls it.
     *
     * @return for example {@code cgroup_device}
     */
    public String kernelName() {
        return kernelName;
    }
}
