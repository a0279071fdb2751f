package io.cgroups.v2;

import io.cgroups.CgroupFormatException;
import io.cgroups.spi.KernelNumbers;
import io.cgroups.unit.DeviceNumber;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The text of a file of weights: {@code default 100} and lines such as {@code 8:0 300}. Linux before 5.4 shows those of bfq as
 * one number.
 *
 * @param group the weight on every disk
 * @param devices the weights that disks have of their own
 */
record V2BlkioWeightTable(int group, Map<DeviceNumber, Integer> devices) {
    private static final String DEFAULT = "default ";

    static V2BlkioWeightTable parse(Path file, String text) {
        Map<DeviceNumber, Integer> devices = new TreeMap<>();
        Optional<Integer> group = Optional.empty();
        for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
            String bare = line.startsWith(DEFAULT) ? line.substring(DEFAULT.length()) : line;
            int space = bare.indexOf(' ');
            if (space < 0) {
                group = Optional.of(number(file, bare));
            } else if (bare.indexOf(':') > 0) {
                devices.put(DeviceNumber.parse(bare.substring(0, space)), number(file, bare.substring(space + 1)));
            }
        }
        int weight = group.orElseThrow(
                () -> new CgroupFormatException(file, "a line of the word default and a weight", text, null));
        return new V2BlkioWeightTable(weight, devices);
    }

    private static int number(Path file, String text) {
        return Math.toIntExact(Math.min(KernelNumbers.parse(file, text.strip()), Integer.MAX_VALUE));
    }
}
