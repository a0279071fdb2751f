package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.CgroupSpec;
import io.cgroups.Controller;
import io.cgroups.net.ClassId;
import io.cgroups.net.NetClsSpec;
import io.cgroups.spi.KernelWrite;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the net_cls controller does on every kernel, be it one of v1 or a program of v2. */
public abstract class NetClsContract {
    private final TestHost host;
    private Cgroup box;

    protected NetClsContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeHas(Controller.NET_CLS);
        box = host.cgroups().create(host.newName(), Controller.NET_CLS);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void aNewGroupHasNoClass() {
        assertThat(box.netCls().classId()).isEqualTo(ClassId.NONE);
        assertThat(box.netCls().plan(NetClsSpec.builder().build())).isEmpty();
    }

    @Test
    void aClassIsSetAndTakenAway() {
        box.netCls().classId(ClassId.parse("10:1"));
        assertThat(box.netCls().classId()).isEqualTo(new ClassId(0x10, 1));
        box.netCls().classId(ClassId.parse("10:2"));
        assertThat(box.netCls().classId()).isEqualTo(new ClassId(0x10, 2));

        box.netCls().classId(ClassId.NONE);
        assertThat(box.netCls().classId()).isEqualTo(ClassId.NONE);
    }

    @Test
    void theLargestClassFits() {
        box.netCls().classId(ClassId.of(ClassId.LARGEST));
        assertThat(box.netCls().classId()).isEqualTo(new ClassId(0xffff, 0xffff));
    }

    @Test
    void aNewGroupStartsWithTheClassAbove() {
        box.netCls().classId(ClassId.of(0x10001));
        assertThat(box.child("inner").netCls().classId()).isEqualTo(ClassId.of(0x10001));
    }

    @Test
    void aGroupKeepsAClassOfItsOwn() {
        Cgroup inner = box.child("inner");
        inner.netCls().classId(ClassId.of(0x10001));
        box.netCls().classId(ClassId.of(0x20002));
        assertThat(inner.netCls().classId()).isEqualTo(ClassId.of(0x10001));
    }

    @Test
    void aGroupCanHaveNoneBelowOneThatHasAClass() {
        box.netCls().classId(ClassId.of(0x10001));
        Cgroup inner = box.child("inner");
        inner.netCls().classId(ClassId.NONE);
        assertThat(inner.netCls().classId()).isEqualTo(ClassId.NONE);
        assertThat(inner.child("innermost").netCls().classId()).isEqualTo(ClassId.NONE);
    }

    @Test
    void theClassIsAPartOfASpecification() {
        CgroupSpec spec = CgroupSpec.builder()
                .netCls(net -> net.classId(ClassId.of(0x10001)))
                .build();
        assertThat(box.update(spec).netCls().classId()).isEqualTo(new ClassId(1, 1));
    }

    @Test
    void everyStepKnowsHowToRestoreTheClass() {
        box.netCls().classId(ClassId.of(0x10001));
        for (long next : new long[] {0, 0x20002, ClassId.LARGEST}) {
            NetClsSpec spec = NetClsSpec.builder().classId(ClassId.of(next)).build();
            for (KernelWrite write : box.netCls().plan(spec)) {
                List<KernelWrite> inverse = write.inverse();
                write.execute();
                assertThat(box.netCls().classId()).isEqualTo(ClassId.of(next));
                inverse.forEach(KernelWrite::execute);
            }
            assertThat(box.netCls().classId()).isEqualTo(ClassId.of(0x10001));
        }
    }
}
