package io.cgroups.testkit;

import io.cgroups.Errno;
import io.cgroups.unit.DeviceNumber;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the root has decided for the machine about the cost model: the devices that were ever set up stay in both files. */
final class V2IoCost {
    private static final String CONTROL = "ctrl";
    private static final Map<String, String> QUALITY = ordered(
            "rpct", "0.00", "rlat", "250000", "wpct", "0.00", "wlat", "250000", "min", "1.00", "max", "10000.00");
    private static final Map<String, String> MODEL = ordered(
            "rbps",
            "174019176",
            "rseqiops",
            "41708",
            "rrandiops",
            "370",
            "wbps",
            "178075866",
            "wseqiops",
            "42705",
            "wrandiops",
            "378");
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final BigDecimal LARGEST = BigDecimal.valueOf(10_000);

    /** One file's parameters of one device. */
    private static final class Parameters {
        private final Map<String, String> usual;
        private final Map<String, String> values;
        private boolean chosen;

        Parameters(Map<String, String> usual) {
            this.usual = usual;
            this.values = new LinkedHashMap<>(usual);
        }

        void choose(boolean byUser) {
            chosen = byUser;
            if (!byUser) {
                values.putAll(usual);
            }
        }

        String text(String after) {
            return CONTROL + "=" + (chosen ? "user" : "auto") + after
                    + values.entrySet().stream()
                            .map(value -> " " + value.getKey() + "=" + value.getValue())
                            .collect(Collectors.joining());
        }
    }

    /** One device. */
    private static final class Device {
        private final Parameters quality = new Parameters(QUALITY);
        private final Parameters model = new Parameters(MODEL);
        private boolean enabled;
    }

    private final Map<DeviceNumber, Device> devices = new LinkedHashMap<>();

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    boolean takesWeights(DeviceNumber device) {
        return devices.containsKey(device);
    }

    MemFile qos() {
        return MemFile.of(
                () -> lines(device -> "enable=" + (device.enabled ? 1 : 0) + " " + device.quality.text("")),
                this::setQuality);
    }

    MemFile model() {
        return MemFile.of(() -> lines(device -> device.model.text(" model=linear")), this::setModel);
    }

    private String lines(Function<Device, String> text) {
        return devices.entrySet().stream()
                .map(device -> device.getKey() + " " + text.apply(device.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private void setQuality(String text) {
        V2DeviceLine line = V2DeviceLine.parse(text);
        Map<String, String> words = words(line);
        Device device = devices.getOrDefault(line.device(), new Device());
        Map<String, String> values = new LinkedHashMap<>(device.quality.values);
        words.forEach((key, value) -> {
            switch (key) {
                case "enable" -> device.enabled = unsigned(value).signum() != 0;
                case CONTROL -> {}
                case "rpct", "wpct" -> values.put(key, percentile(value));
                case "rlat", "wlat" ->
                    values.put(key, Long.toString(unsigned(value).longValue() & 0xffff_ffffL));
                case "min", "max" ->
                    values.put(key, shown(percent(value).max(BigDecimal.ONE).min(LARGEST)));
                default -> throw new KernelRefusal(Errno.EINVAL);
            }
        });
        if (percent(values.getOrDefault("min", "")).compareTo(percent(values.getOrDefault("max", ""))) > 0) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        change(device.quality, words, values);
        devices.put(line.device(), device);
    }

    private void setModel(String text) {
        V2DeviceLine line = V2DeviceLine.parse(text);
        Map<String, String> words = words(line);
        Device device = devices.getOrDefault(line.device(), new Device());
        Map<String, String> values = new LinkedHashMap<>(device.model.values);
        words.forEach((key, value) -> {
            if (MODEL.containsKey(key)) {
                values.put(key, unsigned(value).toString());
            } else if (!key.equals(CONTROL) && !(key.equals("model") && value.equals("linear"))) {
                throw new KernelRefusal(Errno.EINVAL);
            }
        });
        change(device.model, words, values);
        devices.put(line.device(), device);
    }

    /** A parameter that is given, after whatever word, makes the user the one who decides. */
    private static void change(Parameters parameters, Map<String, String> words, Map<String, String> values) {
        String control = words.getOrDefault(CONTROL, "");
        if (!control.isEmpty() && !control.equals("auto") && !control.equals("user")) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        boolean given = words.keySet().stream().anyMatch(parameters.values::containsKey);
        if (control.equals("auto")) {
            parameters.choose(false);
        }
        if (given) {
            parameters.values.putAll(values);
        }
        if (given || control.equals("user")) {
            parameters.choose(true);
        }
    }

    private static Map<String, String> words(V2DeviceLine line) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String word : line.body().split("\\s+", -1)) {
            int sign = word.indexOf('=');
            if (sign < 0) {
                throw new KernelRefusal(Errno.EINVAL);
            }
            words.put(word.substring(0, sign), word.substring(sign + 1));
        }
        return words;
    }

    private static BigInteger unsigned(String text) {
        if (!text.matches("\\d{1,20}")) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        return new BigInteger(text);
    }

    private static String percentile(String text) {
        BigDecimal percent = percent(text);
        if (percent.compareTo(ALL) > 0) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        return shown(percent);
    }

    private static BigDecimal percent(String text) {
        if (!text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
            throw new KernelRefusal(Errno.EINVAL);
        }
        return new BigDecimal(text);
    }

    private static String shown(BigDecimal percent) {
        return percent.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
