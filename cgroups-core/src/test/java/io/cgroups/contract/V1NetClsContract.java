package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupSpec;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.ValueRejectedException;
import io.cgroups.net.ClassId;
import io.cgroups.net.NetClsController;
import io.cgroups.net.NetClsSpec;
import io.cgroups.net.PacketMark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the net_cls controller of v1 does with its file. */
public abstract class V1NetClsContract {
    private static final String FILE = "net_cls.classid";

    private final TestHost host;
    private Cgroup box;

    protected V1NetClsContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeV1(Controller.NET_CLS);
        box = host.cgroups().create(host.newName(), Controller.NET_CLS);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void theFileHasTheNumber() {
        CgroupSpec spec = CgroupSpec.builder()
                .netCls(net -> net.classId(ClassId.of(0x100001)))
                .build();
        assertThat(box.plan(spec))
                .hasToString("[echo 0x100001 > " + box.files(Controller.NET_CLS).directory() + "/" + FILE + "]");
        box.update(spec);
        assertThat(box.files(Controller.NET_CLS).read(FILE)).isEqualTo("1048577");
    }

    @Test
    void aNewGroupKeepsTheClassItStartsWith() {
        box.netCls().classId(ClassId.of(0x10001));
        Cgroup inner = box.child("inner");
        box.netCls().classId(ClassId.of(0x20002));
        assertThat(inner.netCls().classId()).isEqualTo(ClassId.of(0x10001));
    }

    @Test
    void thereIsNoMarkAndNothingIsWrittenWhenOneIsAskedFor() {
        NetClsController net = box.netCls();
        NetClsSpec both = NetClsSpec.builder()
                .classId(ClassId.of(0x10001))
                .mark(new PacketMark(7))
                .build();
        assertThatThrownBy(() -> net.apply(both))
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("iptables");
        assertThatThrownBy(net::mark).isInstanceOf(UnsupportedSettingException.class);
        assertThat(net.classId()).isEqualTo(ClassId.NONE);
    }

    @ParameterizedTest
    @CsvSource({"4294967297,1", "4294967296,0", "0x1000000005,5", "010,8", "0X11,17", "+5,5"})
    void theRawDoorShowsWhatTheKernelMakesOfANumber(String text, String becomes) {
        box.files(Controller.NET_CLS).write(FILE, text);
        assertThat(box.files(Controller.NET_CLS).read(FILE)).isEqualTo(becomes);
    }

    @ParameterizedTest
    @CsvSource({"-1,EINVAL", "abc,EINVAL", "1:1,EINVAL", "0x,EINVAL", "1K,EINVAL", "18446744073709551616,ERANGE"})
    void theKernelRefusesWhatIsNoNumber(String text, Errno errno) {
        assertThatThrownBy(() -> box.files(Controller.NET_CLS).write(FILE, text))
                .isInstanceOfSatisfying(
                        ValueRejectedException.class, e -> assertThat(e.errno()).contains(errno));
    }
}
