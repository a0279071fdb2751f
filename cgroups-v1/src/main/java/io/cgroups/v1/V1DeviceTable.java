package io.cgroups.v1;

import io.cgroups.CgroupFormatException;
import io.cgroups.blkio.IoCounts;
import io.cgroups.spi.KernelNumbers;
import io.cgroups.unit.DeviceNumber;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A file of the blkio controller: lines such as {@code 8:0 Read 4096} or {@code 8:0 4096}, which is the total. Lines for all
 * devices together, {@code Total 4096} and {@code default 100}, are no part of it.
 *
 * @param devices the numbers by device
 */
record V1DeviceTable(Map<DeviceNumber, IoCounts> devices) {

    V1DeviceTable {
        devices = Collections.unmodifiableMap(new TreeMap<>(devices));
    }

    static V1DeviceTable parse(Path file, String text) {
        Map<DeviceNumber, Map<String, Long>> numbers = new LinkedHashMap<>();
        text.lines().map(line -> line.strip().split("\\s+")).forEach(words -> {
            int last = words.length - 1;
            // Lines that begin with a word, not with a device, sum up; an empty text is one line of an empty word.
            if (words[0].isEmpty() || !Character.isDigit(words[0].charAt(0))) {
                return;
            }
            if (last < 1 || last > 2) {
                throw new CgroupFormatException(
                        file, "a device, perhaps an operation, and a number", String.join(" ", words), null);
            }
            numbers.computeIfAbsent(DeviceNumber.parse(words[0]), device -> new LinkedHashMap<>())
                    .put(last == 1 ? IoCounts.TOTAL : words[1], KernelNumbers.parseCounter(file, words[last]));
        });
        Map<DeviceNumber, IoCounts> devices = new TreeMap<>();
        numbers.forEach((device, counts) -> devices.put(device, new IoCounts(counts)));
        return new V1DeviceTable(devices);
    }

    /** The one number of a device, in a file that has one for each. */
    Optional<Long> number(DeviceNumber device) {
        return Optional.ofNullable(devices.get(device))
                .flatMap(counts -> Optional.ofNullable(counts.all().get(IoCounts.TOTAL)));
    }
}
