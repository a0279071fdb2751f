package io.cgroups.blkio;

/** Who counted: on v1 the scheduler of a disk, or the throttling layer above every scheduler; on v2 the block layer. */
public enum BlkioSource {
    /** The scheduler CFQ, up to Linux 4.20. */
    CFQ("blkio."),
    /** The scheduler BFQ, for disks that run it. */
    BFQ("blkio.bfq."),
    /**
     * The throttling layer, for every disk. Some kernels (Linux 6.1 is one) count only while a limit applies, and those
     * since Linux 6.10 from the first limit on that any group sets for the disk.
     */
    THROTTLE("blkio.throttle."),
    /** The block layer on v2, for every disk and always. */
    IO("io.");

    private final String prefix;

    BlkioSource(String prefix) {
        this.prefix = prefix;
    }

    /**
     * How the names of its files begin.
     *
     * @return for example {@code blkio.bfq.}
     */
    public String prefix() {
        return prefix;
    }
}
