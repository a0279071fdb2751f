package io.cgroups.metrics;

import io.cgroups.Cgroup;
import io.cgroups.CgroupsUnavailableException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The meters of one group: CPU time, periods, throttling, quota and weight; memory, swap, limits and events; processes; I/O by
 * disk; pressure. What they are called says {@link MetricNaming}.
 *
 * <pre>{@code
 * new CgroupMetrics(group).bindTo(registry);
 * }</pre>
 *
 * <p>Counters are function counters and only grow; times are in seconds, sizes in bytes. There are meters for what the kernel
 * reports of this group, and none for the rest: a controller that is enabled later, or a disk that the group has its first I/O
 * on, gets its meters with one of the scrapes of the next ten seconds; a limit that is unlimited has no meter, so that no number
 * stands for it.
 *
 * <p>A scrape reads each file of the group once, however many meters ask, and holds the files open between scrapes where the
 * process has descriptors to spare. A meter never gives the same reading twice, and no value is older than one
 * second when the scrape begins: a scrape is meters asked one after the other without a pause of a second, and none twice.
 *
 * <p>When the group is removed, the meters give not-a-number in the scrape that notices it, and are removed from every registry;
 * another group that is made under its name is not taken for it, unless files could not be held open. Nobody needs to keep this
 * object: the registries keep what they need. Only one can be bound for the same group with the same tags.
 *
 * <p>The group of a caller, which each hierarchy can have elsewhere, is measured under the path that it has for the CPUs, or the
 * longest where that is the root, and only in the hierarchies that have it there: no number of the whole machine stands beside
 * those of a group.
 *
 * <p>Safe for use by many threads. No scrape fails: what cannot be read is not a number, and logged once by {@link System.Logger}.
 */
public final class CgroupMetrics implements MeterBinder, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(CgroupMetrics.class.getName());

    private final Optional<GroupMeters> meters;

    /**
     * Measures a group, with the names of {@link MetricNaming#MICROMETER}.
     *
     * @param group the group, which need not be there any more; then nothing is bound
     */
    public CgroupMetrics(Cgroup group) {
        this(group, Tags.empty());
    }

    /**
     * Measures a group, with the names of {@link MetricNaming#MICROMETER}.
     *
     * @param group the group, which need not be there any more; then nothing is bound
     * @param tags what each meter has; these win over those of the naming
     */
    public CgroupMetrics(Cgroup group, Iterable<Tag> tags) {
        this(group, tags, MetricNaming.MICROMETER);
    }

    /**
     * Measures a group.
     *
     * @param group the group, which need not be there any more; then nothing is bound
     * @param tags what each meter has; these win over those of the naming
     * @param naming what the meters are called
     */
    public CgroupMetrics(Cgroup group, Iterable<Tag> tags, MetricNaming naming) {
        this(Optional.of(new GroupMeters(group, naming.names(), Tags.of(tags), new Rounds(), () -> {})));
    }

    private CgroupMetrics(Optional<GroupMeters> meters) {
        this.meters = meters;
    }

    /**
     * Measures the group that this JVM is in when this is called, with the names of {@link MetricNaming#MICROMETER}.
     *
     * @return binds nothing where there are no control groups, so that a program starts there as well, as on the laptop of a
     *     developer; the reason is logged. It stays with the group when the JVM is moved to another one
     * @throws io.cgroups.CgroupIoException if the kernel refuses to say which group that is
     */
    public static CgroupMetrics ofSelf() {
        return ofSelf(Tags.empty(), MetricNaming.MICROMETER);
    }

    /**
     * Measures the group that this JVM is in when this is called.
     *
     * @param tags what each meter has; these win over those of the naming
     * @param naming what the meters are called
     * @return as for {@link #ofSelf()}
     * @throws io.cgroups.CgroupIoException if the kernel refuses to say which group that is
     */
    public static CgroupMetrics ofSelf(Iterable<Tag> tags, MetricNaming naming) {
        Objects.requireNonNull(tags, "tags");
        Objects.requireNonNull(naming, "naming");
        return ofSelf(Cgroup::current, tags, naming);
    }

    static CgroupMetrics ofSelf(Supplier<Cgroup> self, Iterable<Tag> tags, MetricNaming naming) {
        try {
            return new CgroupMetrics(self.get(), tags, naming);
        } catch (CgroupsUnavailableException e) {
            LOG.log(Level.INFO, "The group of this JVM is not measured: " + e.getMessage());
            return new CgroupMetrics(Optional.empty());
        }
    }

    /**
     * Registers the meters, in any number of registries. Does nothing the second time for the same registry, once the group is
     * gone, and after {@link #close()}.
     *
     * @param registry the registry
     */
    @Override
    public void bindTo(MeterRegistry registry) {
        meters.ifPresent(group -> group.bind(registry));
    }

    /** Removes the meters from every registry, and lets go of open files. Does nothing the second time. */
    @Override
    public void close() {
        meters.ifPresent(GroupMeters::close);
    }
}
