package io.cgroups.v1;

import io.cgroups.Controller;
import io.cgroups.net.ClassId;
import io.cgroups.net.NetClsController;
import io.cgroups.net.NetClsSpec;
import io.cgroups.spi.DriverFacet;
import io.cgroups.spi.GroupContext;
import io.cgroups.spi.KernelWrite;
import java.util.List;

/** The net_cls controller, which only v1 has. */
final class V1NetCls extends DriverFacet<NetClsSpec, NetClsController> implements NetClsController {
    private static final String CLASS_ID = "net_cls.classid";

    V1NetCls(GroupContext group) {
        super(group, Controller.NET_CLS);
    }

    @Override
    protected NetClsController self() {
        return this;
    }

    @Override
    public List<KernelWrite> plan(NetClsSpec spec) {
        return spec.classId().stream()
                .map(id -> KernelWrite.of(dir(), CLASS_ID, "0x" + Long.toHexString(id.number())))
                .toList();
    }

    @Override
    public ClassId classId() {
        return ClassId.of(dir().readNumber(CLASS_ID));
    }
}
