package io.cgroups.testkit;

import io.cgroups.Errno;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The block devices of the machine, and how texts for one of them begin. */
final class V2Devices {
    private static final Set<String> DISKS = Set.of("8:0", "8:16");
    private static final Pattern LINE = Pattern.compile("(\\d{1,9}:\\d{1,9})\\s+(\\S.*)");

    private V2Devices() {}

    /**
     * A text for a device.
     *
     * @param device its numbers
     * @param body what is said about it
     */
    record Line(String device, String body) {}

    /** Takes a text apart: EINVAL when it does not begin with a device, ENODEV when that is none of the machine's. */
    static Line parse(String text) {
        Matcher matcher = LINE.matcher(text);
        if (!matcher.matches()) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        if (!DISKS.contains(matcher.group(1))) {
            throw new KernelRefusal(Errno.ENODEV);
        }
        return new Line(matcher.group(1), matcher.group(2));
    }
}
