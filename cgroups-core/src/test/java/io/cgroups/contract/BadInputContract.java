package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Controller;
import io.cgroups.ControllerUnavailableException;
import io.cgroups.Errno;
import io.cgroups.Hierarchy;
import io.cgroups.InvalidValueException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be done is refused by an exception of its own, which tells all there is to know, and nothing changes. */
public abstract class BadInputContract {
    private static final List<String> CPU_FILES = List.of("cpu.cfs_quota_us", "cpu.cfs_period_us", "cpu.shares");

    private final TestHost host;
    private String name;
    private Cgroup box;

    protected BadInputContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        name = host.newName();
        box = host.cgroups().create(name, Controller.CPU);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    static Stream<Arguments> valuesOutOfRange() {
        return Stream.of(
                value("cpu quota in us", "999", "1000 to", group -> group.cpuQuota(999)),
                value("cpu quota in us", "0", "1000 to", group -> group.cpuQuota(0)),
                value("cpu quota in us", "-1", "unlimited()", group -> group.cpuQuota(-1)),
                value("cpu period in us", "2000000", "1000 to 1000000", group -> group.cpuPeriod(2_000_000)),
                value("cpu period in us", "999", "1000 to 1000000", group -> group.cpuPeriod(999)),
                value("cpu shares", "1", "2 to 262144", group -> group.cpuShares(1)),
                value("cpu shares", "262145", "2 to 262144", group -> group.cpuShares(262_145)),
                value("pid", "0", "attachSelf()", group -> group.attach(0)),
                value("tid", "-5", "attachCurrentThread()", group -> group.attachThread(-5)));
    }

    private static Arguments value(String setting, String data, String hint, Consumer<Cgroup> call) {
        return Arguments.of(setting, data, hint, call);
    }

    @ParameterizedTest(name = "{0} <- {1}")
    @MethodSource("valuesOutOfRange")
    void aValueOutOfRangeIsRefusedWithSettingValueAndRange(
            String setting, String value, String hint, Consumer<Cgroup> call) {
        List<String> before = texts();
        assertThatThrownBy(() -> call.accept(box)).isInstanceOfSatisfying(InvalidValueException.class, e -> {
            assertThat(e.setting()).isEqualTo(setting);
            assertThat(e.value()).isEqualTo(value);
            assertThat(e.hint()).contains(hint);
            assertThat(e)
                    .hasMessageContaining(setting)
                    .hasMessageContaining(value)
                    .hasMessageContaining(hint);
        });
        assertThat(texts()).isEqualTo(before);
    }

    private List<String> texts() {
        return CPU_FILES.stream().map(box.files(Controller.CPU)::read).toList();
    }

    @Test
    void aControllerTheGroupWasNotMadeForIsMissedByName() {
        Controller other = elsewhere();
        assertThatThrownBy(() -> box.files(other)).isInstanceOfSatisfying(ControllerUnavailableException.class, e -> {
            assertThat(e.controller()).isEqualTo(other);
            assertThat(e.present()).isEqualTo(box.controllers()).contains(Controller.CPU);
            assertThat(e.operation()).contains(other.toString());
            assertThat(e.path()).contains(box.files(Controller.CPU).directory());
            assertThat(e.hint()).contains("name the controller when it is created");
        });
    }

    /** Every controller that this kernel lacks or that is mounted nowhere; a kernel may lack none. */
    @Test
    void aControllerTheHostDoesNotHaveIsMissedWithTheReasonAndNothingIsMade() {
        String none = host.newName();
        Arrays.stream(Controller.values())
                .filter(controller -> !host.cgroups().layout().controllers().contains(controller))
                .forEach(missing -> {
                    assertThatThrownBy(() -> host.cgroups().create(none, Controller.CPU, missing))
                            .isInstanceOfSatisfying(ControllerUnavailableException.class, e -> {
                                assertThat(e.controller()).isEqualTo(missing);
                                assertThat(e.present())
                                        .isEqualTo(host.cgroups().layout().controllers());
                                assertThat(e.hint()).contains("mounted").contains("present are [CPU");
                            });
                    assertThatThrownBy(() -> host.cgroups().open(none)).isInstanceOf(CgroupNotFoundException.class);
                });
    }

    static Stream<Arguments> usesOfAGroup() {
        return Stream.of(
                use("write a value", group -> group.cpuQuota(20_000)),
                use("read a value", group -> group.cpu().quota()),
                use("read statistics", group -> group.cpu().stats()),
                use("read a file", group -> group.files(Controller.CPU).read("cpu.shares")),
                use("write a file", group -> group.files(Controller.CPU).write("cpu.shares", "512")),
                use("list files", group -> group.files(Controller.CPU).list()),
                use("attach itself", Cgroup::attachSelf),
                use("list processes", Cgroup::processes),
                use("list threads", Cgroup::threads),
                use("list children", Cgroup::children),
                use("make a child", group -> group.child("inner")));
    }

    private static Arguments use(String what, Consumer<Cgroup> call) {
        return Arguments.of(what, call);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("usesOfAGroup")
    void aGroupRemovedBehindOurBackIsGoneForEveryCall(String what, Consumer<Cgroup> call) {
        host.cgroups().open(name).delete();
        assertThatThrownBy(() -> call.accept(box)).as(what).isInstanceOfSatisfying(CgroupNotFoundException.class, e -> {
            assertThat(e.operation()).isNotEmpty();
            assertThat(e.path())
                    .hasValueSatisfying(path -> assertThat(path.toString()).contains(name));
            assertThat(e.errno()).isPresent();
            assertThat(e.hint()).contains("gone");
        });
        assertThatThrownBy(() -> host.cgroups().open(name)).isInstanceOf(CgroupNotFoundException.class);
    }

    @Test
    void aWriteToAGroupRemovedBehindOurBackTellsWhatWasToBeWritten() {
        host.cgroups().open(name).delete();
        assertThatThrownBy(() -> box.cpuQuota(20_000)).isInstanceOfSatisfying(CgroupNotFoundException.class, e -> {
            assertThat(e.data()).contains("20000");
            assertThat(e.hint()).contains("gone");
        });
    }

    @Test
    void aMoveThatFailsHalfWayLeavesTheProcessWhereItWas() {
        Controller other = elsewhere();
        long pid = host.startProcess();
        Cgroup home =
                host.cgroups().create(host.newName(), Controller.CPU, other).attach(pid);
        String half = host.newName();
        Cgroup target = host.cgroups().create(half, Controller.CPU, other);
        host.cgroups().create(half, other).delete();

        ThrowingCallable move = () -> target.attach(pid);

        assertThatThrownBy(move).isInstanceOfSatisfying(CgroupNotFoundException.class, e -> {
            assertThat(e.data()).contains(Long.toString(pid));
            assertThat(e.errno()).contains(Errno.ENOENT);
            assertThat(e.getSuppressed()).isEmpty();
        });
        assertThat(target.files(Controller.CPU).read("cgroup.procs")).isEmpty();
        assertThat(home.files(Controller.CPU).read("cgroup.procs")).isEqualTo(Long.toString(pid));
        assertThat(home.files(other).read("cgroup.procs")).isEqualTo(Long.toString(pid));
    }

    /** A controller on another v1 hierarchy than that of cpu, joined after it. */
    private Controller elsewhere() {
        return host.cgroups().layout().hierarchies().stream()
                .filter(hierarchy -> hierarchy.version() == Hierarchy.Version.V1 && !hierarchy.has(Controller.CPU))
                .flatMap(hierarchy -> hierarchy.controllers().stream())
                .filter(controller -> controller != Controller.BLKIO && controller != Controller.CPUSET)
                .max(Controller::compareTo)
                .orElseThrow();
    }
}
