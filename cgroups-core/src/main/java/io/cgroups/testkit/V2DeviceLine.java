package io.cgroups.testkit;

import io.cgroups.Errno;
import io.cgroups.unit.DeviceNumber;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text for one block device of the machine.
 *
 * @param device the disk
 * @param body what is said about it
 */
record V2DeviceLine(DeviceNumber device, String body) {
    private static final Pattern LINE = Pattern.compile("(\\d{1,9}:\\d{1,9})\\s+(\\S.*)");

    /** Takes a text apart: EINVAL when it does not begin with a device, ENODEV when that is none of the machine's. */
    static V2DeviceLine parse(String text) {
        Matcher matcher = LINE.matcher(text);
        if (!matcher.matches()) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        return new V2DeviceLine(MemDisks.requireDisk(matcher.group(1)), matcher.group(2));
    }
}
