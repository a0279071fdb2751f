package io.cgroups.v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.ControllerUnavailableException;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.event.PressureResource;
import io.cgroups.event.PressureTrigger;
import io.cgroups.spi.EventFeed;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelFiles;
import io.cgroups.spi.OomCounts;
import io.cgroups.spi.SignalSource.Change;
import io.cgroups.spi.SignalSource.Trigger;
import io.cgroups.testkit.InMemoryKernel;
import io.cgroups.unit.DataSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What v2 is asked to tell, and what is made of it; also on kernels that have less. */
class V2EventFeedsTest {
    private static final PressureTrigger TRIGGER =
            PressureTrigger.some(PressureResource.MEMORY, Duration.ofMillis(100), Duration.ofSeconds(1));

    private final InMemoryKernel kernel = InMemoryKernel.v2();

    private GroupDir dir(KernelFiles files, Controller controller) {
        Cgroup box = kernel.cgroups().create("box", controller);
        return new GroupDir(
                files,
                kernel.cgroups().layout().hierarchy(controller).orElseThrow(),
                box.files(controller).directory());
    }

    @Test
    void aTriggerIsSaidInMicroseconds() {
        GroupDir dir = dir(kernel, Controller.FREEZER);
        EventFeed<Duration> feed = V2EventDialect.INSTANCE.stalled(dir, TRIGGER);
        assertThat(feed.sources())
                .containsExactly(new Trigger(dir.path().resolve("memory.pressure"), "some 100000 1000000"));
        assertThat(feed.read(
                        "some avg10=0.00 avg60=0.00 avg300=0.00 total=7000\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=5",
                        0))
                .isEqualTo(Duration.ofMillis(7));
    }

    @Test
    void pressureThatIsNotMeasuredSaysWhy() {
        GroupDir dir = dir(kernel, Controller.FREEZER);
        dir.write("cgroup.pressure", "0");
        assertThatThrownBy(() -> V2EventDialect.INSTANCE.stalled(dir, TRIGGER))
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("enable(true)");
    }

    @Test
    void beforeLinux513AllDoNotWaitForTheCpu() {
        GroupDir old = dir(
                new OldKernel(kernel) {
                    @Override
                    public String read(Path file) {
                        return file.endsWith("cpu.pressure")
                                ? "some avg10=0.00 avg60=0.00 avg300=0.00 total=0\n"
                                : super.read(file);
                    }
                },
                Controller.FREEZER);
        PressureTrigger full = PressureTrigger.full(PressureResource.CPU, TRIGGER.stall(), TRIGGER.window());
        assertThatThrownBy(() -> V2EventDialect.INSTANCE.stalled(old, full))
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("5.13");
    }

    @Test
    void whatTheKernelDoesNotCountIsEmpty() {
        GroupDir dir = dir(kernel, Controller.MEMORY);
        EventFeed<OomCounts> feed = V2EventDialect.INSTANCE.ooms(dir);
        assertThat(feed.sources()).containsExactly(new Change(dir.path().resolve("memory.events")));
        OomCounts old = feed.read("low 0\nhigh 0\nmax 7\noom 1\n", 0);
        assertThat(old).isEqualTo(new OomCounts(1, OptionalLong.empty(), OptionalLong.empty()));
        OomCounts now = feed.read("low 0\nhigh 0\nmax 9\noom 3\noom_kill 2\noom_group_kill 1\n", 0);
        assertThat(now.since(old)).isEqualTo(new OomCounts(2, OptionalLong.of(2), OptionalLong.of(1)));
        assertThat(now.since(now).isNothing()).isTrue();
    }

    @Test
    void memoryThatIsNotEnabledSaysSo() {
        Cgroup box = kernel.cgroups().create("box", Controller.FREEZER);
        assertThatThrownBy(() -> box.onOom(event -> {}))
                .isInstanceOf(ControllerUnavailableException.class)
                .hasMessageContaining("enable(MEMORY)");
        assertThatThrownBy(() -> box.onMemoryThreshold(DataSize.ofMebibytes(1), event -> {}))
                .isInstanceOf(ControllerUnavailableException.class)
                .hasMessageContaining("enable(MEMORY)");
    }

    @Test
    void beforeLinux52NothingIsFrozen() {
        GroupDir old = dir(
                new OldKernel(kernel) {
                    @Override
                    public String read(Path file) {
                        return file.endsWith("cgroup.events") ? "populated 0\n" : super.read(file);
                    }
                },
                Controller.FREEZER);
        assertThatThrownBy(() -> V2EventDialect.INSTANCE.frozen(old))
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("5.2");
    }
}
