package io.cgroups.testkit;

import io.cgroups.Errno;
import io.cgroups.unit.DeviceNumber;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The limits of one v2 group on bytes and operations of each device a second; a device without one is not shown. */
final class V2IoMax {
    private static final List<String> KEYS = List.of("rbps", "wbps", "riops", "wiops");

    /** As {@code sscanf} takes it: what follows the digits does not matter. */
    private static final Pattern SETTING = Pattern.compile("(\\w+)=(?:(\\d{1,20}).*|max)");

    private static final String UNLIMITED = "max";
    private static final long MAX_OPERATIONS = (1L << Integer.SIZE) - 1;

    private final Map<DeviceNumber, Map<String, Long>> limits = new LinkedHashMap<>();
    private final Consumer<DeviceNumber> meet;

    /**
     * Limits of one group.
     *
     * @param meet takes note of a device that the group has to do with from now on
     */
    V2IoMax(Consumer<DeviceNumber> meet) {
        this.meet = meet;
    }

    MemFile file() {
        return MemFile.of(this::text, this::set);
    }

    private String text() {
        return limits.entrySet().stream()
                .map(device -> device.getKey() + " "
                        + KEYS.stream()
                                .map(key -> key + "=" + show(device.getValue().get(key)))
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    private static String show(@Nullable Long limit) {
        return Optional.ofNullable(limit).map(String::valueOf).orElse(UNLIMITED);
    }

    private void set(String text) {
        V2DeviceLine line = V2DeviceLine.parse(text);
        meet.accept(line.device());
        Map<String, Long> wanted = new LinkedHashMap<>(limits.getOrDefault(line.device(), Map.of()));
        for (String word : line.body().split("\\s+", -1)) {
            Matcher setting = SETTING.matcher(word);
            if (!setting.matches() || !KEYS.contains(setting.group(1))) {
                throw new KernelRefusal(Errno.EINVAL);
            }
            String key = setting.group(1);
            Optional<Long> limit = Optional.ofNullable(setting.group(2)).flatMap(digits -> limit(key, digits));
            limit.ifPresentOrElse(value -> wanted.put(key, value), () -> wanted.remove(key));
        }
        if (wanted.isEmpty()) {
            limits.remove(line.device());
        } else {
            limits.put(line.device(), wanted);
        }
    }

    private static Optional<Long> limit(String key, String digits) {
        long limit = new BigInteger(digits).longValue();
        if (limit == 0) {
            throw new KernelRefusal(Errno.ERANGE);
        }
        if (limit == 1) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        boolean tooLarge = limit < 0 || (key.endsWith("iops") && limit >= MAX_OPERATIONS);
        return tooLarge ? Optional.empty() : Optional.of(limit);
    }
}
