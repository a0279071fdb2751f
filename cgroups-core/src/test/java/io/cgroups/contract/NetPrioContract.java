package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.CgroupSpec;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.InvalidValueException;
import io.cgroups.ValueRejectedException;
import io.cgroups.net.NetPrioSpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the net_prio controller does on every kernel; the interface {@code lo} is everywhere. */
public abstract class NetPrioContract {
    private static final String FILE = "net_prio.ifpriomap";
    private static final String UNKNOWN = "zz-no-such-if";

    private final TestHost host;
    private Cgroup box;

    protected NetPrioContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeV1(Controller.NET_PRIO);
        box = host.cgroups().create(host.newName(), Controller.NET_PRIO);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void aNewGroupHasAPriorityForEachInterface() {
        assertThat(box.netPrio().priorities()).containsEntry("lo", 0L);
        assertThat(box.netPrio().priority(UNKNOWN)).isEmpty();
        assertThat(box.netPrio().index()).isPositive();
    }

    @Test
    void thePriorityOfOneInterfaceIsSetAndTakenAway() {
        box.netPrio().priority("lo", 5);
        assertThat(box.netPrio().priority("lo")).hasValue(5);
        assertThat(box.netPrio().priorities())
                .allSatisfy((name, priority) -> assertThat(priority).isEqualTo(name.equals("lo") ? 5L : 0L));

        box.netPrio().priority("lo", 0);
        assertThat(box.netPrio().priority("lo")).hasValue(0);
    }

    @Test
    void theLargestPriorityFits() {
        box.netPrio().priority("lo", NetPrioSpec.LARGEST_PRIORITY);
        assertThat(box.netPrio().priority("lo")).hasValue(NetPrioSpec.LARGEST_PRIORITY);
    }

    @Test
    void aNewGroupStartsWithThePrioritiesAboveAndKeepsThem() {
        box.netPrio().priority("lo", 6);
        Cgroup inner = box.child("inner");
        box.netPrio().priority("lo", 7);
        assertThat(inner.netPrio().priority("lo")).hasValue(6);
    }

    @Test
    void anUnknownInterfaceIsReportedWithTheKnownOnesAndTheOthersAreTakenBack() {
        box.netPrio().priority("lo", 3);
        CgroupSpec spec = CgroupSpec.builder()
                .netPrio(net -> net.priority("lo", 4).priority(UNKNOWN, 1))
                .build();
        assertThatThrownBy(() -> box.update(spec)).isInstanceOfSatisfying(ValueRejectedException.class, e -> {
            assertThat(e.errno()).contains(Errno.ENODEV);
            assertThat(e.data()).contains(UNKNOWN + " 1");
            assertThat(e.hint()).contains("no interface " + UNKNOWN).contains("lo");
            assertThat(e.getSuppressed()).isEmpty();
        });
        assertThat(box.netPrio().priority("lo")).hasValue(3);
    }

    @Test
    void anEmptySpecificationWritesNothing() {
        assertThat(box.netPrio().plan(NetPrioSpec.builder().build())).isEmpty();
    }

    @Test
    void aGroupThatIsGoneIsNotAnUnknownInterface() {
        box.delete();
        assertThatThrownBy(() -> box.netPrio().priority("lo", 1)).isInstanceOf(CgroupNotFoundException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "a:b", ".", "..", "0123456789abcdef", "a\nb", "a\0b", "ääääääää"})
    void aNameNoInterfaceCanHaveIsRefusedBeforeAnyWrite(String name) {
        assertThatThrownBy(() -> box.netPrio().priority(name, 1)).isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, NetPrioSpec.LARGEST_PRIORITY + 1})
    void aPriorityOutOfRangeIsRefusedBeforeAnyWrite(long priority) {
        assertThatThrownBy(() -> box.netPrio().priority("lo", priority)).isInstanceOf(InvalidValueException.class);
        assertThat(box.netPrio().priority("lo")).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"lo 4294967297,1", "lo  7 8,7", "lo 0x10,0", "lo 010,10"})
    void theRawDoorShowsWhatTheKernelMakesOfALine(String line, long priority) {
        box.files(Controller.NET_PRIO).write(FILE, line);
        assertThat(box.netPrio().priority("lo")).hasValue(priority);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lo", "lo x", "lo -1", "abcdefghijklmnopq 1"})
    void theKernelRefusesOtherLines(String line) {
        assertThatThrownBy(() -> box.files(Controller.NET_PRIO).write(FILE, line))
                .isInstanceOfSatisfying(
                        ValueRejectedException.class, e -> assertThat(e.errno()).contains(Errno.EINVAL));
    }

    @Test
    void itLivesTogetherWithNetClsWhereBothShareAHierarchy() {
        Cgroup both = host.cgroups().create(host.newName(), Controller.NET_CLS, Controller.NET_PRIO);
        assertThat(both.controllers()).contains(Controller.NET_CLS, Controller.NET_PRIO);
        both.child("inner").netPrio().priority("lo", 1);
        both.delete();
        assertThatThrownBy(() -> both.netCls().classId()).isInstanceOf(CgroupNotFoundException.class);
    }
}
