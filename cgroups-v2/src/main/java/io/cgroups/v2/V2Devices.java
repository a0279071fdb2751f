package io.cgroups.v2;

import io.cgroups.Controller;
import io.cgroups.devices.DeviceList;
import io.cgroups.devices.DevicePolicy;
import io.cgroups.devices.DevicesController;
import io.cgroups.devices.DevicesSpec;
import io.cgroups.spi.DriverFacet;
import io.cgroups.spi.GroupContext;
import io.cgroups.spi.KernelWrite;
import java.util.List;

/** The devices controller of v2, which is a program of each group that has a policy. */
final class V2Devices extends DriverFacet<DevicesSpec, DevicesController> implements DevicesController {
    private static final V2DevicesCode CODE = new V2DevicesCode();

    V2Devices(GroupContext group) {
        super(group, Controller.DEVICES);
    }

    @Override
    protected DevicesController self() {
        return this;
    }

    private V2Program<DevicePolicy> program() {
        return new V2Program<>(dir(), CODE);
    }

    @Override
    public List<KernelWrite> plan(DevicesSpec spec) {
        return new V2DevicesPlan(program(), spec).writes();
    }

    @Override
    public DeviceList list() {
        V2Program<DevicePolicy> program = program();
        return DeviceList.of(program.read()
                .or(() -> program.readAbove().stream().findFirst())
                .orElse(DevicePolicy.allowAll()));
    }
}
