package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Controller;
import io.cgroups.ControllerUnavailableException;
import io.cgroups.InvalidValueException;
import io.cgroups.RawFiles;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be done is refused by an exception of its own, which tells all there is to know, and nothing changes. */
public abstract class BadInputContract {
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

    /** Statistics change by themselves. */
    private static boolean isSetting(String file) {
        return file.startsWith("cpu.") && !file.startsWith("cpu.stat") && !file.endsWith(".pressure");
    }

    private List<String> texts() {
        RawFiles files = box.files(Controller.CPU);
        return files.list().stream()
                .filter(BadInputContract::isSetting)
                .map(files::read)
                .toList();
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
                use("read a file", group -> group.files(Controller.CPU).read("cgroup.procs")),
                use("write a file", group -> group.files(Controller.CPU).write("cgroup.procs", "0")),
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
        long pid = host.startProcess();
        host.cgroups().open(name).delete();
        assertThatThrownBy(() -> box.attach(pid)).isInstanceOfSatisfying(CgroupNotFoundException.class, e -> {
            assertThat(e.data()).contains(Long.toString(pid));
            assertThat(e.hint()).contains("gone");
        });
    }
}
