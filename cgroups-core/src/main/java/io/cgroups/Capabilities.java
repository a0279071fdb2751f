package io.cgroups;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * For every setting whether it works for one group and, if not, why; as it was when it was asked. Immutable; iterates over
 * all settings in their order.
 */
public final class Capabilities implements Iterable<Capability> {
    private final Map<Setting, Capability> all;

    /**
     * Collects the answers.
     *
     * @param capabilities one for every setting
     * @throws IllegalArgumentException if one is missing
     */
    public Capabilities(Collection<Capability> capabilities) {
        EnumMap<Setting, Capability> map = new EnumMap<>(Setting.class);
        capabilities.forEach(capability -> map.put(capability.setting(), capability));
        for (Setting setting : Setting.values()) {
            if (!map.containsKey(setting)) {
                throw new IllegalArgumentException("no capability for " + setting);
            }
        }
        this.all = Collections.unmodifiableMap(map);
    }

    /**
     * The answer for one setting.
     *
     * @param setting the setting
     * @return whether it works, and why not
     */
    public Capability of(Setting setting) {
        return Objects.requireNonNull(all.get(Objects.requireNonNull(setting, "setting")));
    }

    /**
     * Whether one setting works.
     *
     * @param setting the setting
     * @return true for {@link Support#WORKS}
     */
    public boolean works(Setting setting) {
        return of(setting).works();
    }

    /**
     * The settings of one answer.
     *
     * @param support the answer
     * @return the capabilities that have it, in the order of the settings
     */
    public List<Capability> with(Support support) {
        return all.values().stream()
                .filter(capability -> capability.support() == support)
                .toList();
    }

    @Override
    public Iterator<Capability> iterator() {
        return all.values().iterator();
    }

    /** Returns a table with a line per setting: the call, whether it works, and the reason. */
    @Override
    public String toString() {
        int call = width(one -> one.setting().call());
        int support = width(one -> one.support().name());
        return all.values().stream()
                .map(one -> padded(one.setting().call(), call)
                        + padded(one.support().name(), support)
                        + one.reason())
                .collect(Collectors.joining("\n"));
    }

    private int width(Function<Capability, String> column) {
        return all.values().stream().map(column).mapToInt(String::length).max().orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length() + 2);
    }
}
