package io.cgroups.v1;

import io.cgroups.CgroupFormatException;
import io.cgroups.blkio.IoCounts;
import io.cgroups.spi.KernelNumbers;
import io.cgroups.spi.KernelWords;
import io.cgroups.unit.DeviceNumber;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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
        for (int start = 0; start < text.length(); ) {
            int end = KernelWords.lineEnd(text, start);
            List<String> words = KernelWords.in(text, start, end);
            // Lines that begin with a word, not with a device, sum up.
            if (!words.isEmpty() && Character.isDigit(words.get(0).charAt(0))) {
                addLine(numbers, file, words);
            }
            start = end + 1;
        }
        Map<DeviceNumber, IoCounts> devices = new TreeMap<>();
        numbers.forEach((device, counts) -> devices.put(device, new IoCounts(counts)));
        return new V1DeviceTable(devices);
    }

    private static void addLine(Map<DeviceNumber, Map<String, Long>> numbers, Path file, List<String> words) {
        int last = words.size() - 1;
        if (last < 1 || last > 2) {
            throw new CgroupFormatException(
                    file, "a device, perhaps an operation, and a number", String.join(" ", words), null);
        }
        numbers.computeIfAbsent(DeviceNumber.parse(words.get(0)), device -> new LinkedHashMap<>())
                .put(last == 1 ? IoCounts.TOTAL : words.get(1), KernelNumbers.parseCounter(file, words.get(last)));
    }

    /** The one number of a device, in a file that has one for each. */
    Optional<Long> number(DeviceNumber device) {
        return Optional.ofNullable(devices.get(device))
                .flatMap(counts -> Optional.ofNullable(counts.all().get(IoCounts.TOTAL)));
    }
}
