package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.InvalidValueException;
import io.cgroups.net.ClassId;
import io.cgroups.net.NetClsController;
import io.cgroups.net.NetClsSpec;
import io.cgroups.net.PacketMark;
import io.cgroups.spi.AttachedProgram;
import io.cgroups.spi.ProgramHook;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the programs do that stand for the net_cls controller on v2. */
public abstract class V2NetClsContract {
    private static final PacketMark SEVEN = new PacketMark(7);
    private static final ClassId CLASS = ClassId.parse("10:1");

    private final TestHost host;
    private Cgroup box;

    protected V2NetClsContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeV2(Controller.NET_CLS);
        box = host.cgroups().create(host.newName(), Controller.NET_CLS);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    private Path directory() {
        return box.files(Controller.NET_CLS).directory();
    }

    private List<String> attached() {
        return host.files().programs().orElseThrow().attached(directory(), ProgramHook.EGRESS).stream()
                .map(AttachedProgram::name)
                .toList();
    }

    @Test
    void aMarkIsSetAndTakenAway() {
        assertThat(box.netCls().mark()).isEqualTo(PacketMark.NONE);
        box.netCls().mark(SEVEN);
        assertThat(box.netCls().mark()).isEqualTo(SEVEN);
        assertThat(box.netCls().classId()).isEqualTo(ClassId.NONE);
        box.netCls().mark(new PacketMark(PacketMark.LARGEST));
        assertThat(box.netCls().mark()).isEqualTo(new PacketMark(PacketMark.LARGEST));
        box.netCls().mark(PacketMark.NONE);
        assertThat(box.netCls().mark()).isEqualTo(PacketMark.NONE);
    }

    @Test
    void oneProgramDoesForClassAndMarkAndNoneForNeither() {
        box.netCls().classId(CLASS).mark(SEVEN);
        assertThat(box.netCls().classId()).isEqualTo(CLASS);
        assertThat(box.netCls().mark()).isEqualTo(SEVEN);
        assertThat(attached()).containsExactly("io_cgroups_net");

        box.netCls().classId(ClassId.NONE);
        assertThat(box.netCls().mark()).isEqualTo(SEVEN);
        assertThat(attached()).containsExactly("io_cgroups_net");
        box.netCls().mark(PacketMark.NONE);
        assertThat(attached()).isEmpty();
    }

    @Test
    void bothAreOneStep() {
        NetClsSpec spec = NetClsSpec.builder().classId(CLASS).mark(SEVEN).build();
        assertThat(box.netCls().plan(spec))
                .hasToString("[set cgroup_inet_egress of " + directory() + ": class 10:1, mark 0x7]");
        box.netCls().apply(spec);
        assertThat(box.netCls().plan(spec)).isEmpty();
    }

    @Test
    void aGroupWithoutAClassFollowsTheOneAbove() {
        box.netCls().classId(CLASS).mark(SEVEN);
        Cgroup inner = box.child("inner");
        box.netCls().classId(ClassId.parse("20:2")).mark(new PacketMark(8));
        assertThat(inner.netCls().classId()).isEqualTo(ClassId.parse("20:2"));
        assertThat(inner.netCls().mark()).isEqualTo(new PacketMark(8));
    }

    @Test
    void aMarkAboveCannotBeTakenAwayBelow() {
        box.netCls().mark(SEVEN);
        NetClsController inner = box.child("inner").netCls();
        assertThatThrownBy(() -> inner.mark(PacketMark.NONE))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("0x7");
        inner.mark(new PacketMark(8));
        assertThat(inner.mark()).isEqualTo(new PacketMark(8));
    }
}
