package io.cgroups.v2;

import io.cgroups.Controller;
import io.cgroups.net.ClassId;
import io.cgroups.net.NetClsController;
import io.cgroups.net.NetClsSpec;
import io.cgroups.net.PacketMark;
import io.cgroups.spi.DriverFacet;
import io.cgroups.spi.GroupContext;
import io.cgroups.spi.KernelWrite;
import java.util.List;
import java.util.stream.Stream;

/** The net_cls controller of v2, which is a program of each group that has a class or a mark. */
final class V2NetCls extends DriverFacet<NetClsSpec, NetClsController> implements NetClsController {
    private static final V2EgressCode CODE = new V2EgressCode();

    V2NetCls(GroupContext group) {
        super(group, Controller.NET_CLS);
    }

    @Override
    protected NetClsController self() {
        return this;
    }

    private V2Program<V2Egress> program() {
        return new V2Program<>(dir(), CODE);
    }

    @Override
    public List<KernelWrite> plan(NetClsSpec spec) {
        return new V2NetClsPlan(program(), spec).writes();
    }

    @Override
    public ClassId classId() {
        return nearest()
                .flatMap(egress -> egress.classId().stream())
                .findFirst()
                .orElse(ClassId.NONE);
    }

    @Override
    public PacketMark mark() {
        return nearest()
                .map(V2Egress::mark)
                .filter(mark -> !mark.equals(PacketMark.NONE))
                .findFirst()
                .orElse(PacketMark.NONE);
    }

    private Stream<V2Egress> nearest() {
        V2Program<V2Egress> program = program();
        return Stream.concat(program.read().stream(), program.readAbove().stream());
    }
}
