package io.cgroups.testkit;

import io.cgroups.Errno;
import io.cgroups.unit.DeviceNumber;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A weight of one v2 group for all devices, and others for single ones that a policy takes care of. */
final class V2IoWeight {
    private static final Pattern DEFAULT = Pattern.compile("(?:default\\s*)?(\\d{1,18})(?:\\s.*)?");
    private static final Pattern ANY_BASE = Pattern.compile("0\\w+");
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,18})\\D*");

    private final long max;
    private final Errno outOfRange;
    private final boolean ofBfq;
    private final Consumer<DeviceNumber> meet;
    private final Predicate<DeviceNumber> takesWeights;
    private final Map<DeviceNumber, Long> devices = new LinkedHashMap<>();
    private long weight = 100;

    private V2IoWeight(
            long max,
            Errno outOfRange,
            boolean ofBfq,
            Predicate<DeviceNumber> takesWeights,
            Consumer<DeviceNumber> meet) {
        this.max = max;
        this.outOfRange = outOfRange;
        this.ofBfq = ofBfq;
        this.meet = meet;
        this.takesWeights = takesWeights;
    }

    /** The weight of the cost model, for devices that it is told to take care of. */
    static V2IoWeight ofCostModel(Predicate<DeviceNumber> takesWeights, Consumer<DeviceNumber> meet) {
        return new V2IoWeight(10_000, Errno.EINVAL, false, takesWeights, meet);
    }

    /** The weight of the scheduler bfq, for disks that have it. */
    static V2IoWeight ofBfq(Consumer<DeviceNumber> meet) {
        return new V2IoWeight(1000, Errno.ERANGE, true, MemDisks::hasBfq, meet);
    }

    MemFile file() {
        return MemFile.of(this::text, this::set);
    }

    private String text() {
        StringBuilder text = new StringBuilder("default ").append(weight);
        devices.forEach(
                (device, own) -> text.append('\n').append(device).append(' ').append(own));
        return text.toString();
    }

    private void set(String text) {
        if (!text.contains(":")) {
            weight = ofBfq && ANY_BASE.matcher(text).matches()
                    ? KernelText.inRange(KernelText.unsigned(text), 1, max, outOfRange)
                    : number(DEFAULT.matcher(text));
            if (ofBfq) {
                // It forgets the weights of devices, as on v1.
                devices.clear();
            }
            return;
        }
        V2DeviceLine line = V2DeviceLine.parse(text);
        if (!takesWeights.test(line.device())) {
            throw new KernelRefusal(Errno.EOPNOTSUPP);
        }
        meet.accept(line.device());
        if (line.body().startsWith("default")) {
            devices.remove(line.device());
        } else {
            devices.put(line.device(), number(NUMBER.matcher(line.body())));
        }
    }

    private long number(Matcher matcher) {
        if (!matcher.matches()) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        return KernelText.inRange(Long.parseLong(matcher.group(1)), 1, max, outOfRange);
    }
}
