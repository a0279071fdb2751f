package io.cgroups.v1;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.spi.EventFeed;
import io.cgroups.spi.ForwardingKernelFiles;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.OomCounts;
import io.cgroups.spi.SignalSource;
import io.cgroups.spi.SignalSource.Control;
import io.cgroups.testkit.InMemoryKernel;
import io.cgroups.unit.DataSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What v1 is asked to tell, and what is read when. */
class V1EventFeedsTest {
    private final InMemoryKernel kernel = InMemoryKernel.v1();
    private final List<Path> listed = new ArrayList<>();
    private boolean membersAreZombies;

    /** Notes which lists of members are opened; zombies are on none. */
    private final ForwardingKernelFiles files = new ForwardingKernelFiles(kernel) {
        @Override
        public String read(Path file) {
            if (!file.endsWith("cgroup.procs")) {
                return super.read(file);
            }
            listed.add(file);
            return membersAreZombies ? "" : super.read(file);
        }
    };

    private GroupDir dir(Cgroup group, Controller controller) {
        return new GroupDir(
                files,
                kernel.cgroups().layout().hierarchy(controller).orElseThrow(),
                group.files(controller).directory());
    }

    private boolean look(EventFeed<Boolean> feed) {
        return feed.read(files.read(feed.sources().get(0).file()), 0);
    }

    @Test
    void withPidsAnEmptyTreeIsNotGoneThrough() {
        Cgroup box = kernel.cgroups().create("box", Controller.PIDS);
        box.child("inner");
        EventFeed<Boolean> feed = V1EventDialect.INSTANCE.populated(dir(box, Controller.PIDS));
        for (int i = 0; i < 20; i++) {
            assertThat(look(feed)).isFalse();
        }
        assertThat(listed).isEmpty();
    }

    @Test
    void theListsAreOpenedWhenTheNumberIsAnotherAndNowAndThen() {
        Cgroup box = kernel.cgroups().create("box", Controller.PIDS);
        EventFeed<Boolean> feed = V1EventDialect.INSTANCE.populated(dir(box, Controller.PIDS));
        assertThat(look(feed)).isFalse();
        long pid = kernel.startProcess();
        box.attach(pid);
        assertThat(look(feed)).isTrue();
        for (int i = 0; i < 20; i++) {
            assertThat(look(feed)).isTrue();
        }
        assertThat(listed).hasSizeBetween(4, 6);
    }

    @Test
    void zombiesThatAreStillCountedAreFoundWithinFiveLooks() {
        Cgroup box = kernel.cgroups().create("box", Controller.PIDS).attach(kernel.startProcess());
        EventFeed<Boolean> feed = V1EventDialect.INSTANCE.populated(dir(box, Controller.PIDS));
        assertThat(look(feed)).isTrue();
        membersAreZombies = true;
        boolean isPopulated = true;
        for (int i = 0; i < 5; i++) {
            isPopulated = look(feed);
        }
        assertThat(isPopulated).isFalse();
    }

    @Test
    void theGroupBelowThatHadMembersIsAskedFirst() {
        Cgroup box = kernel.cgroups().create("box", Controller.CPUACCT);
        Cgroup inner = box.child("inner").attach(kernel.startProcess());
        box.child("other");
        EventFeed<Boolean> feed = V1EventDialect.INSTANCE.populated(dir(box, Controller.CPUACCT));
        assertThat(look(feed)).isTrue();
        listed.clear();
        assertThat(look(feed)).isTrue();
        assertThat(listed)
                .containsExactly(inner.files(Controller.CPUACCT).directory().resolve("cgroup.procs"));
        inner.kill().delete();
        assertThat(look(feed)).isFalse();
    }

    @Test
    void killsAreThoseOfTheFileAndWhatLedToThemIsCounted() {
        Cgroup box = kernel.cgroups().create("box", Controller.MEMORY);
        EventFeed<OomCounts> feed = V1EventDialect.INSTANCE.ooms(dir(box, Controller.MEMORY));
        OomCounts first = feed.read("oom_kill_disable 0\nunder_oom 0\noom_kill 3\n", 0);
        OomCounts second = feed.read("oom_kill_disable 0\nunder_oom 0\noom_kill 4\n", 2);
        assertThat(second.since(first)).isEqualTo(new OomCounts(2, OptionalLong.of(1), OptionalLong.empty()));
        // Before Linux 4.13 kills are not counted.
        OomCounts old = feed.read("oom_kill_disable 0\nunder_oom 0\n", 1);
        assertThat(old).isEqualTo(new OomCounts(3, OptionalLong.empty(), OptionalLong.empty()));
    }

    @Test
    void theKernelIsAskedToTellOfMemory() {
        GroupDir dir = dir(kernel.cgroups().create("box", Controller.MEMORY), Controller.MEMORY);
        SignalSource threshold = V1EventDialect.INSTANCE
                .memory(dir, DataSize.ofKibibytes(4))
                .sources()
                .get(0);
        assertThat(threshold)
                .isEqualTo(new Control(
                        dir.path().resolve("memory.usage_in_bytes"),
                        dir.path().resolve("cgroup.event_control"),
                        "4096"));
        assertThat(V1EventDialect.INSTANCE.ooms(dir).sources().get(0))
                .isEqualTo(new Control(
                        dir.path().resolve("memory.oom_control"), dir.path().resolve("cgroup.event_control"), ""));
    }
}
