package io.cgroups.v2;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.net.ClassId;
import io.cgroups.net.PacketMark;
import io.cgroups.spi.BpfInstruction;
import io.cgroups.spi.BpfProgram;
import io.cgroups.spi.ProgramHook;
import io.cgroups.testkit.InMemoryKernel;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of the packets of members: the kernel runs the program of their group first, and then those above. */
class V2EgressTest {
    private final InMemoryKernel kernel = InMemoryKernel.v2();
    private final Cgroup box = kernel.cgroups().create("box", Controller.NET_CLS);
    private final Cgroup inner = box.child("inner");
    private final long above = kernel.startProcess();
    private final long below = kernel.startProcess();

    V2EgressTest() {
        box.attach(above);
        inner.attach(below);
    }

    @Test
    void packetsHaveTheClassOfTheGroupAndOfThoseBelowThatHaveNone() {
        assertThat(kernel.classOf(above)).isEqualTo(ClassId.NONE);
        box.netCls().classId(ClassId.parse("10:1"));
        assertThat(kernel.classOf(above)).isEqualTo(ClassId.parse("10:1"));
        assertThat(kernel.classOf(below)).isEqualTo(ClassId.parse("10:1"));
    }

    @Test
    void theClassBelowIsNotUndoneAbove() {
        box.netCls().classId(ClassId.parse("10:1"));
        inner.netCls().classId(ClassId.of(ClassId.LARGEST));
        assertThat(kernel.classOf(below)).isEqualTo(ClassId.of(ClassId.LARGEST));
        inner.netCls().classId(ClassId.NONE);
        assertThat(kernel.classOf(below)).isEqualTo(ClassId.NONE);
    }

    @Test
    void theMarkBelowIsNotUndoneAboveEither() {
        box.netCls().mark(new PacketMark(7));
        assertThat(kernel.markOf(below)).isEqualTo(new PacketMark(7));
        inner.netCls().mark(new PacketMark(8));
        assertThat(kernel.markOf(below)).isEqualTo(new PacketMark(8));
        assertThat(kernel.markOf(above)).isEqualTo(new PacketMark(7));
        assertThat(kernel.classOf(below)).isEqualTo(ClassId.NONE);
    }

    @Test
    void aPriorityOfASocketGivesWayAndAClassOfSomebodyElseStays() {
        box.netCls().classId(ClassId.parse("10:1"));
        priorityBelow(6);
        assertThat(kernel.classOf(below)).isEqualTo(ClassId.parse("10:1"));
        priorityBelow(0x20001);
        assertThat(kernel.classOf(below)).isEqualTo(ClassId.parse("2:1"));
    }

    private void priorityBelow(int priority) {
        List<BpfInstruction> code = List.of(
                BpfInstruction.set(2, priority),
                BpfInstruction.storeWord(1, 32, 2),
                BpfInstruction.set(0, 1),
                BpfInstruction.exit());
        kernel.programs()
                .orElseThrow()
                .attach(inner.files(Controller.NET_CLS).directory(), new BpfProgram(ProgramHook.EGRESS, "other", code));
    }
}
