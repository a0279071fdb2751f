package io.cgroups.v1;

import io.cgroups.Controller;
import io.cgroups.Failure;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.net.ClassId;
import io.cgroups.net.NetClsController;
import io.cgroups.net.NetClsSpec;
import io.cgroups.net.PacketMark;
import io.cgroups.spi.DriverFacet;
import io.cgroups.spi.GroupContext;
import io.cgroups.spi.KernelWrite;
import java.util.List;

/** The net_cls controller of v1. */
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
        if (spec.mark().isPresent()) {
            throw noMark();
        }
        return spec.classId().stream()
                .map(id -> KernelWrite.of(dir(), CLASS_ID, "0x" + Long.toHexString(id.number())))
                .toList();
    }

    @Override
    public ClassId classId() {
        return ClassId.of(dir().readNumber(CLASS_ID));
    }

    @Override
    public PacketMark mark() {
        throw noMark();
    }

    private UnsupportedSettingException noMark() {
        return new UnsupportedSettingException(Failure.of(
                        "use the mark of packets",
                        "v1 marks by class only; set a class, and let netfilter make a mark of it, for example iptables -t"
                                + " mangle -A OUTPUT -m cgroup --cgroup 0x100001 -j MARK --set-mark 7")
                .at(dir().path()));
    }
}
