package io.cgroups.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupIoException;
import io.cgroups.Cgroups;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.metrics.CgroupTreeMetrics;
import io.cgroups.metrics.MetricNaming;
import io.cgroups.spi.ForwardingKernelFiles;
import io.cgroups.testkit.InMemoryKernel;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a tree of groups does to its meters when something is in its way. */
class TreeMetricsTest {
    private final InMemoryKernel kernel = InMemoryKernel.v1();
    private final Listing files = new Listing(kernel);
    private final Cgroup base = Cgroups.builder().kernel(files).build().create("base");
    private final MeterRegistry registry = new SimpleMeterRegistry();

    /** A kernel that can refuse to list directories. */
    private static final class Listing extends ForwardingKernelFiles {
        private boolean isRefused;

        Listing(InMemoryKernel kernel) {
            super(kernel);
        }

        @Override
        public List<String> directories(Path directory) {
            if (isRefused) {
                throw CgroupIoException.of(Failure.of("list", directory, Errno.EACCES), null);
            }
            return super.directories(directory);
        }
    }

    private CgroupTreeMetrics.Builder tree() {
        return CgroupTreeMetrics.builder(base).every(Duration.ZERO);
    }

    private double groups() {
        return registry.get("cgroup.tree.groups").gauge().value();
    }

    private Set<String> values(String tag) {
        return registry.getMeters().stream()
                .map(meter -> meter.getId().getTag(tag))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    @Test
    void aGroupThatGoesWhileTheCallersFunctionsLookAtItIsLeftOut() {
        List.of("a", "b", "c").forEach(base::child);
        tree().filter(group -> {
                    if (group.path().parts().contains("a")) {
                        group.delete();
                    }
                    return group.processes().isEmpty();
                })
                .tags(group -> {
                    if (group.path().parts().contains("b")) {
                        group.delete();
                    }
                    return Tags.of("processes", String.valueOf(group.processes().size()));
                })
                .build()
                .bindTo(registry);

        assertThat(groups()).isEqualTo(1);
        assertThat(values("cgroup")).containsExactlyInAnyOrder("/base", "/base/c");
    }

    @Test
    void aTreeThatCouldNotBeListedCanBeBoundLater() {
        base.child("a");
        CgroupTreeMetrics tree = tree().build();
        files.isRefused = true;
        assertThatThrownBy(() -> tree.bindTo(registry)).isInstanceOf(CgroupIoException.class);
        assertThat(registry.getMeters()).isEmpty();
        files.isRefused = false;
        tree.bindTo(registry);

        assertThat(groups()).isEqualTo(1);
    }

    @Test
    void twoTreesWithTheSameBaseFollowItBothAndEndByThemselves() {
        base.child("a");
        CgroupTreeMetrics first = tree().build();
        first.bindTo(registry);
        CgroupTreeMetrics second = tree().naming(MetricNaming.CONTAINER).build();
        second.bindTo(registry);
        base.child("b");
        registry.getMeters().forEach(meter -> meter.measure().forEach(one -> one.getValue()));

        assertThat(values("name")).containsExactlyInAnyOrder("a", "b");
        assertThat(values("tree")).containsExactlyInAnyOrder("1", "2");
        second.close();
        assertThat(groups()).isEqualTo(2);
        assertThat(values("name")).isEmpty();
        first.close();
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void whenTheBaseIsRemovedThereAreNoGroups() {
        base.child("a");
        CgroupTreeMetrics tree = tree().build();
        tree.bindTo(registry);
        base.child("a").delete();
        base.delete();

        assertThat(groups()).isZero();
        assertThat(values("cgroup")).containsExactly("/base");
        tree.refresh();
        tree.bindTo(new SimpleMeterRegistry());
    }

    @Test
    void aSumOverContainersCountsEachOnce() {
        base.child("pod").child("a");
        base.child("pod").child("b");
        tree().naming(MetricNaming.CONTAINER).build().bindTo(registry);

        assertThat(registry.find("container.cpu.usage").meters())
                .extracting(meter ->
                        meter.getId().getTag("name") + "=" + meter.getId().getTag("container"))
                .containsExactlyInAnyOrder("pod=", "a=a", "b=b");
    }

    @Test
    void tagsOfTheCallerWinAlsoForAGroupWithOthersBelowIt() {
        base.child("pod").child("a");
        tree().naming(MetricNaming.CONTAINER)
                .tags(group -> List.of(Tag.of("container", "mine")))
                .build()
                .bindTo(registry);

        assertThat(values("container")).containsExactly("mine");
    }
}
