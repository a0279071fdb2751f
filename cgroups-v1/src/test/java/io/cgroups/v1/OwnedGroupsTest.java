package io.cgroups.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.CgroupAccessException;
import io.cgroups.CgroupIoException;
import io.cgroups.Cgroups;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.OnClose;
import io.cgroups.ReapReport;
import io.cgroups.ReapReport.Reason;
import io.cgroups.ScopedCgroup;
import io.cgroups.spi.ForwardingKernelFiles;
import io.cgroups.spi.GroupAttributes;
import io.cgroups.testkit.InMemoryKernel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Marks where the kernel, or the moment, is against them. */
class OwnedGroupsTest {
    private static final Path CPU = Path.of("/sys/fs/cgroup/cpu");
    private static final Path MEMORY = Path.of("/sys/fs/cgroup/memory");
    private static final String MARK = "io.cgroups.owner.4999999-test";
    private static final String DEAD = "1 4999999 1 pid:[4026531836],time:[4026531834] KILL";

    private final InMemoryKernel kernel = InMemoryKernel.v1();
    private final GroupAttributes attributes = kernel.attributes().orElseThrow();

    /** Comes before an attribute is read, set or removed; throws to refuse. */
    private interface Before {
        void call(String call, Path directory, String name);
    }

    /** The kernel, and somebody who comes before. */
    private final class Watched extends ForwardingKernelFiles implements GroupAttributes {
        private final Before before;

        private Watched(Before before) {
            super(kernel);
            this.before = before;
        }

        @Override
        public Optional<GroupAttributes> attributes() {
            return Optional.of(this);
        }

        @Override
        public List<String> names(Path directory) {
            return attributes.names(directory);
        }

        @Override
        public Optional<String> read(Path directory, String name) {
            before.call("read", directory, name);
            return attributes.read(directory, name);
        }

        @Override
        public void set(Path directory, String name, String text) {
            before.call("set", directory, name);
            attributes.set(directory, name, text);
        }

        @Override
        public boolean remove(Path directory, String name) {
            before.call("remove", directory, name);
            return attributes.remove(directory, name);
        }
    }

    private Cgroups watched(Before before) {
        return Cgroups.builder().kernel(new Watched(before)).build();
    }

    private static CgroupIoException refusal(Path directory, Errno errno) {
        return CgroupIoException.of(Failure.of("attribute", directory, errno), null);
    }

    @Test
    void aKernelWithoutAttributesMakesGroupsWithoutOwnersAndSaysSo() {
        Cgroups cgroups = watched((call, directory, name) -> {
            throw refusal(directory, Errno.EOPNOTSUPP);
        });

        try (ScopedCgroup scope = cgroups.scoped("pool/box", OnClose.KILL)) {
            assertThat(scope.isMarked()).isFalse();
            assertThat(cgroups.reapOrphans().left())
                    .extracting(ReapReport.Left::reason)
                    .containsExactly(Reason.UNSUPPORTED);
        }
        assertThat(kernel.directories(CPU)).containsExactly("pool");
    }

    @Test
    void aGateWithoutAttributesMakesGroupsWithoutOwnersAndSaysSo() {
        Cgroups cgroups = Cgroups.builder()
                .kernel(new ForwardingKernelFiles(kernel) {
                    @Override
                    public Optional<GroupAttributes> attributes() {
                        return Optional.empty();
                    }
                })
                .build();

        try (ScopedCgroup scope = cgroups.scoped("box", OnClose.KILL)) {
            assertThat(scope.isMarked()).isFalse();
            assertThat(cgroups.reapOrphans().left())
                    .extracting(ReapReport.Left::reason)
                    .containsExactly(Reason.UNSUPPORTED);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ENOSPC", "EACCES", "EPERM", "EROFS"})
    void aGroupAboveThatTakesNoIntentIsNoObstacle(Errno errno) {
        Cgroups cgroups = watched((call, directory, name) -> {
            if (call.equals("set") && name.startsWith("io.cgroups.creating.")) {
                throw refusal(directory, errno);
            }
        });

        try (ScopedCgroup scope = cgroups.scoped("box", OnClose.KILL)) {
            assertThat(scope.isMarked()).isTrue();
        }
    }

    @Test
    void aGroupThatCannotBeMarkedForAnyOtherReasonIsNotMade() {
        Cgroups cgroups = watched((call, directory, name) -> {
            if (call.equals("set") && name.startsWith("io.cgroups.owner.") && directory.startsWith(MEMORY)) {
                throw refusal(directory, Errno.EIO);
            }
        });

        assertThatThrownBy(() -> cgroups.scoped("box", OnClose.KILL))
                .isInstanceOfSatisfying(
                        CgroupIoException.class, e -> assertThat(e.errno()).contains(Errno.EIO));
        assertThat(kernel.directories(CPU)).isEmpty();
        assertThat(kernel.directories(MEMORY)).isEmpty();
        assertThat(attributes.names(MEMORY)).isEmpty();
    }

    @Test
    void whatWasTakenOverIsGivenBackWhenAnotherHierarchyRefuses() {
        kernel.createDirectory(CPU.resolve("box"));
        attributes.set(CPU.resolve("box"), MARK, DEAD);
        Cgroups cgroups = Interposed.on(kernel, (call, path, arguments) -> {
            if (call.equals("createDirectory") && path.startsWith(MEMORY)) {
                throw refusal(path, Errno.EROFS);
            }
        });

        assertThatThrownBy(() -> cgroups.scoped("box", OnClose.KILL)).isInstanceOf(CgroupAccessException.class);
        assertThat(attributes.names(CPU.resolve("box"))).containsExactly(MARK);
        assertThat(kernel.cgroups().reapOrphans().removed()).hasSize(1);
    }

    @Test
    void aReaperThatIsLateTouchesNothing() {
        Path box = CPU.resolve("box");
        kernel.createDirectory(box);
        attributes.set(box, MARK, DEAD);
        long pid = kernel.startProcess();
        List<ScopedCgroup> faster = new ArrayList<>();
        Cgroups late = watched((call, directory, name) -> {
            if (call.equals("set") && faster.isEmpty()) {
                faster.add(kernel.cgroups().scoped("box", OnClose.KILL));
                kernel.write(box.resolve("cgroup.procs"), Long.toString(pid));
            }
        });

        ReapReport report = late.reapOrphans();

        assertThat(report.removed()).isEmpty();
        assertThat(kernel.read(box.resolve("cgroup.procs"))).isEqualTo(pid + "\n");
        assertThat(attributes.names(box)).hasSize(1).doesNotContain(MARK);
    }

    @Test
    void aReaperThatMayNotMarkSaysSoAndLeavesTheGroup() {
        Path box = CPU.resolve("box");
        kernel.createDirectory(box);
        attributes.set(box, MARK, DEAD);
        Cgroups cgroups = watched((call, directory, name) -> {
            if (!call.equals("read")) {
                throw refusal(directory, Errno.EACCES);
            }
        });

        assertThat(cgroups.reapOrphans().left()).singleElement().satisfies(left -> {
            assertThat(left.reason()).isEqualTo(Reason.REFUSED);
            assertThat(left.directories()).containsExactly(box);
        });
        assertThat(attributes.names(box)).containsExactly(MARK);
    }

    @Test
    void whatCannotBeKilledIsGivenBack() {
        Path box = CPU.resolve("box");
        kernel.createDirectory(box);
        attributes.set(box, MARK, DEAD);
        long self = ProcessHandle.current().pid();
        kernel.write(box.resolve("cgroup.procs"), "0");

        assertThat(kernel.cgroups().reapOrphans().left()).singleElement().satisfies(left -> {
            assertThat(left.reason()).isEqualTo(Reason.REFUSED);
            assertThat(left.detail()).contains("this JVM (process " + self + ")");
        });
        assertThat(attributes.names(box)).containsExactly(MARK);
        kernel.write(CPU.resolve("cgroup.procs"), "0");
        assertThat(kernel.cgroups().reapOrphans().removed()).hasSize(1);
    }

    @Test
    void whoTookItOverAndDiedLeavesTwoMarksThatGoTogether() {
        Path box = CPU.resolve("box");
        kernel.createDirectory(box);
        attributes.set(box, MARK, DEAD);
        attributes.set(box, MARK + "2", DEAD.replace("KILL", "FAIL_IF_BUSY"));
        long pid = kernel.startProcess();
        kernel.write(box.resolve("cgroup.procs"), Long.toString(pid));

        assertThat(kernel.cgroups().reapOrphans().left())
                .extracting(ReapReport.Left::reason)
                .containsExactly(Reason.NOT_EMPTY);
        kernel.kill(pid);
        assertThat(kernel.cgroups().reapOrphans().removed()).hasSize(1);
        assertThat(kernel.directories(CPU)).isEmpty();
    }

    @Test
    void aGroupOnTheWayThatIsRemovedAtThisMomentIsMadeAgain() {
        kernel.createDirectory(CPU.resolve("pool"));
        AtomicBoolean removed = new AtomicBoolean();
        Cgroups cgroups = watched((call, directory, name) -> {
            if (call.equals("set") && directory.equals(CPU.resolve("pool")) && removed.compareAndSet(false, true)) {
                kernel.removeDirectory(directory);
            }
        });

        try (ScopedCgroup scope = cgroups.scoped("pool/box", OnClose.KILL)) {
            assertThat(scope.isMarked()).isTrue();
            assertThat(kernel.directories(CPU.resolve("pool"))).containsExactly("box");
        }
    }
}
