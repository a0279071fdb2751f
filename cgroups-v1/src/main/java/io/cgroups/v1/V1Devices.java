package io.cgroups.v1;

import io.cgroups.CgroupFormatException;
import io.cgroups.Controller;
import io.cgroups.InvalidValueException;
import io.cgroups.devices.DeviceList;
import io.cgroups.devices.DeviceRule;
import io.cgroups.devices.DevicesController;
import io.cgroups.devices.DevicesSpec;
import io.cgroups.spi.DriverFacet;
import io.cgroups.spi.GroupContext;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelWrite;
import java.util.List;
import java.util.stream.Stream;

/** The devices controller of v1. */
final class V1Devices extends DriverFacet<DevicesSpec, DevicesController> implements DevicesController {
    static final String ALLOW = "devices.allow";
    static final String DENY = "devices.deny";

    private static final String LIST = "devices.list";

    V1Devices(GroupContext group) {
        super(group, Controller.DEVICES);
    }

    @Override
    protected DevicesController self() {
        return this;
    }

    @Override
    public List<KernelWrite> plan(DevicesSpec spec) {
        return new V1DevicesPlan(dir(), spec).writes();
    }

    @Override
    public DeviceList list() {
        return list(dir());
    }

    static DeviceList list(GroupDir dir) {
        return DeviceList.ofRules(
                dir.read(LIST).lines().flatMap(line -> rule(dir, line)).toList());
    }

    /** The kernel takes numbers of 32 bits, which no device has; such a rule means nothing and is passed over. */
    private static Stream<DeviceRule> rule(GroupDir dir, String line) {
        try {
            return Stream.of(DeviceRule.parse(line));
        } catch (InvalidValueException e) {
            return Stream.empty();
        } catch (CgroupFormatException e) {
            throw new CgroupFormatException(dir.file(LIST), "a device rule, for example c 1:3 rwm", line, e);
        }
    }
}
