package io.cgroups.metrics;

import io.cgroups.Cgroup;
import io.cgroups.CgroupException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * The meters of all groups below one, as they come and go: what {@link CgroupMetrics} says holds for each.
 *
 * <pre>{@code
 * CgroupTreeMetrics.builder(Cgroups.system().base()).depth(2).build().bindTo(registry);
 * }</pre>
 *
 * <p>It has no thread of its own: it looks for new groups when its own meter {@code cgroup.tree.groups}, the number of groups
 * that are measured, is read and the last look was some time ago, which is in a scrape; and with {@link #refresh()}. The meter
 * {@code cgroup.tree.left.out} is the number of groups that are not measured because there are too many. Both have the tag
 * {@code cgroup}, the path of the base, and {@code tree}, which is 1, or 2 and so on for others with the same base.
 *
 * <p>What a group did includes what those below it did, so that a sum over a group and those below counts twice. To measure
 * groups without children alone: {@code filter(group -> group.children().isEmpty())}.
 *
 * <p>A group that is removed has no meters from the next scrape on; when the base is removed, there are no groups. Nobody needs to keep this object: the registries keep what
 * they need. Safe for use by many threads.
 */
public final class CgroupTreeMetrics implements MeterBinder, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(CgroupTreeMetrics.class.getName());

    private final Cgroup base;
    private final long interval;
    private final GroupForest forest;
    private final Registries registries = new Registries();
    private final View view;

    /** Held while groups come and go. Whoever asks for a value may hold a lock of a registry, and so does not wait for it. */
    private final ReentrantLock changing = new ReentrantLock();

    private volatile long lookedAt;
    private volatile boolean isDue = true;
    private volatile boolean isClosed;
    private boolean isReported;

    private CgroupTreeMetrics(Builder builder) {
        this.base = builder.base;
        this.interval = builder.interval.toNanos();
        this.view = View.of(base);
        this.forest = new GroupForest(builder, () -> isDue = true);
    }

    /**
     * Starts a configuration.
     *
     * @param base the groups below it are measured; it itself is not
     * @return a builder
     */
    public static Builder builder(Cgroup base) {
        return new Builder(base);
    }

    /**
     * Registers the meters, in any number of registries, after a look for groups. Does nothing the second time for the same
     * registry, and after {@link #close()}.
     *
     * @param registry the registry
     * @throws io.cgroups.CgroupIoException if the kernel refuses to list the groups below the base
     */
    @Override
    public void bindTo(MeterRegistry registry) {
        changing.lock();
        try {
            if (isClosed || registries.has(registry)) {
                return;
            }
            look();
            registries.add(registry);
            register(registry, "cgroup.tree.groups", "Groups that are measured", GroupForest::size);
            register(registry, "cgroup.tree.left.out", "Groups that are too many to be measured", GroupForest::leftOut);
            forest.bind(registry);
        } finally {
            changing.unlock();
        }
    }

    private void register(
            MeterRegistry registry, String name, String description, ToDoubleFunction<GroupForest> reading) {
        Tags tags = Tags.of("cgroup", "/" + String.join("/", base.path().parts()));
        TreeGauge.register(registry, name, description, tags, () -> value(reading))
                .ifPresent(meter -> registries.remember(registry, meter));
    }

    private double value(ToDoubleFunction<GroupForest> reading) {
        boolean isTime = isDue || view.clock().getAsLong() - lookedAt >= interval;
        if (isTime && !isClosed && !changing.isHeldByCurrentThread() && changing.tryLock()) {
            try {
                look();
                isReported = false;
            } catch (CgroupException e) {
                report(e);
            } finally {
                changing.unlock();
            }
        }
        return isClosed ? Values.ABSENT : reading.applyAsDouble(forest);
    }

    private void report(CgroupException refusal) {
        if (!isReported) {
            isReported = true;
            LOG.log(Level.WARNING, "The groups below one cannot be listed: " + refusal.getMessage());
        }
    }

    private void look() {
        lookedAt = view.clock().getAsLong();
        isDue = false;
        forest.follow(base, registries);
    }

    /**
     * Looks for groups now.
     *
     * @throws io.cgroups.CgroupIoException if the kernel refuses to list the groups below the base
     */
    public void refresh() {
        changing.lock();
        try {
            if (!isClosed) {
                look();
            }
        } finally {
            changing.unlock();
        }
    }

    /** Removes all meters from every registry, and lets go of open files. Does nothing the second time. */
    @Override
    public void close() {
        changing.lock();
        try {
            isClosed = true;
            forest.close();
            registries.close();
        } finally {
            changing.unlock();
        }
    }

    /** Settings, before {@link #build()}. Not safe for use by several threads. */
    public static final class Builder {
        final Cgroup base;
        int depth = Integer.MAX_VALUE;
        int maxGroups = 1000;
        Duration interval = Duration.ofSeconds(10);
        Predicate<Cgroup> filter = group -> true;
        Function<Cgroup, ? extends Iterable<Tag>> tags = group -> Tags.empty();
        MetricNaming naming = MetricNaming.MICROMETER;

        private Builder(Cgroup base) {
            this.base = Objects.requireNonNull(base, "base");
        }

        /**
         * How far below the base groups are measured; without this, all are.
         *
         * @param levels at least 1, which is the groups directly below
         * @return this
         * @throws IllegalArgumentException if it is less
         */
        public Builder depth(int levels) {
            this.depth = atLeastOne("depth", levels);
            return this;
        }

        /**
         * How many groups are measured at the most; without this, 1,000. Those that are measured stay; what has no place is
         * counted, and gets one when another group goes.
         *
         * @param groups at least 1
         * @return this
         * @throws IllegalArgumentException if it is less
         */
        public Builder maxGroups(int groups) {
            this.maxGroups = atLeastOne("maxGroups", groups);
            return this;
        }

        private static int atLeastOne(String what, int number) {
            if (number < 1) {
                throw new IllegalArgumentException(what + " is " + number + "; it is at least 1");
            }
            return number;
        }

        /**
         * Which groups are measured; without this, all are. Those below a group that is not are looked at all the same.
         *
         * @param wanted is asked once for each group that is found, in each look
         * @return this
         */
        public Builder filter(Predicate<Cgroup> wanted) {
            this.filter = Objects.requireNonNull(wanted, "wanted");
            return this;
        }

        /**
         * What the meters of a group have besides the tags of the naming; these win. Prometheus wants the same keys for all.
         *
         * @param tagsOfGroup is asked once for each group that is measured
         * @return this
         */
        public Builder tags(Function<Cgroup, ? extends Iterable<Tag>> tagsOfGroup) {
            this.tags = Objects.requireNonNull(tagsOfGroup, "tagsOfGroup");
            return this;
        }

        /**
         * What the meters of the groups are called; without this, as {@link MetricNaming#MICROMETER} says.
         *
         * @param meterNames the names
         * @return this
         */
        public Builder naming(MetricNaming meterNames) {
            this.naming = Objects.requireNonNull(meterNames, "meterNames");
            return this;
        }

        /**
         * How long a look for groups is enough; without this, 10 seconds.
         *
         * @param time not negative; zero looks in each scrape
         * @return this
         * @throws IllegalArgumentException if it is negative
         */
        public Builder every(Duration time) {
            if (time.isNegative()) {
                throw new IllegalArgumentException("the time between looks is " + time);
            }
            this.interval = time;
            return this;
        }

        /**
         * Makes the binder; nothing is looked at before it is bound.
         *
         * @return the binder
         */
        public CgroupTreeMetrics build() {
            return new CgroupTreeMetrics(this);
        }
    }
}
