package io.cgroups.spi;

import io.cgroups.CgroupFormatException;
import io.cgroups.CgroupIoException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Controller;
import io.cgroups.Failure;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.misc.MiscController;
import io.cgroups.misc.MiscSpec;
import io.cgroups.misc.MiscStats;
import io.cgroups.misc.MiscUsage;
import io.cgroups.unit.Limit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The misc controller, whose files are the same on v1 and v2. */
public final class MiscFacet extends DriverFacet<MiscSpec, MiscController> implements MiscController {
    private static final String MAX = "misc.max";
    private static final String CURRENT = "misc.current";
    private static final String CAPACITY = "misc.capacity";
    private static final String UNLIMITED = "max";
    private static final String SINCE = "Linux 5.13, and a group below the root of the hierarchy";

    /**
     * Binds the facet to a group.
     *
     * @param group the group, which must have the controller
     */
    public MiscFacet(GroupContext group) {
        super(group, Controller.MISC);
    }

    @Override
    protected MiscController self() {
        return this;
    }

    @Override
    public List<KernelWrite> plan(MiscSpec spec) {
        if (spec.max().isEmpty()) {
            return List.of();
        }
        Map<String, Limit<Long>> former = limits();
        return spec.max().entrySet().stream()
                .map(wanted -> write(wanted.getKey(), wanted.getValue())
                        .undoneBy(Optional.ofNullable(former.get(wanted.getKey())).stream()
                                .map(limit -> write(wanted.getKey(), limit))
                                .toList()))
                .toList();
    }

    private KernelWrite write(String resource, Limit<Long> limit) {
        return KernelWrite.of(dir(), MAX, resource + " " + limit.text(String::valueOf, UNLIMITED))
                .explainedBy(refusal -> explain(resource, refusal));
    }

    /** A resource that is not there is not told from a bad number, but the numbers here are good. */
    private Optional<String> explain(String resource, CgroupIoException refusal) {
        if (refusal instanceof CgroupNotFoundException) {
            return Optional.empty();
        }
        List<String> resources = resources();
        return resources.contains(resource) ? Optional.empty() : Optional.of(there(resources));
    }

    private static String there(Iterable<String> resources) {
        String names = String.join(", ", resources);
        return names.isEmpty()
                ? "this machine has no resource of the misc controller"
                : "there is no such misc resource; there are " + names;
    }

    private Map<String, Limit<Long>> limits() {
        Map<String, Limit<Long>> limits = new LinkedHashMap<>();
        readRequired(MAX, SINCE).lines().filter(line -> !line.isBlank()).forEach(line -> {
            int space = line.indexOf(' ');
            if (space <= 0) {
                throw new CgroupFormatException(dir().file(MAX), "a line of a resource and a limit", line, null);
            }
            limits.put(line.substring(0, space), limit(line.substring(space + 1).strip()));
        });
        return limits;
    }

    private Limit<Long> limit(String text) {
        return text.equals(UNLIMITED) ? Limit.unlimited() : Limit.of(KernelNumbers.parse(dir().file(MAX), text));
    }

    /** The root has no limits, but knows the resources as well. */
    @Override
    public List<String> resources() {
        return List.copyOf(dir().has(MAX) ? limits().keySet() : capacity().keySet());
    }

    @Override
    public Map<String, Long> capacity() {
        GroupDir root = dir();
        for (Optional<GroupDir> above = dir().parent(); above.isPresent(); above = root.parent()) {
            root = above.get();
        }
        GroupDir top = root;
        return top.readIfPresent(CAPACITY)
                .map(text -> FlatKeyed.parse(top.file(CAPACITY), text).all())
                .orElseThrow(() -> new UnsupportedSettingException(Failure.of(
                                "use " + CAPACITY, "it needs Linux 5.13, and the root of the hierarchy to be in sight")
                        .at(top.file(CAPACITY))));
    }

    @Override
    public Limit<Long> max(String resource) {
        return require(limits(), MAX, resource);
    }

    @Override
    public long current(String resource) {
        return require(usage().all(), CURRENT, resource);
    }

    private FlatKeyed usage() {
        return FlatKeyed.parse(dir().file(CURRENT), readRequired(CURRENT, SINCE));
    }

    private <T> T require(Map<String, T> values, String file, String resource) {
        return Optional.ofNullable(values.get(resource))
                .orElseThrow(() -> new UnsupportedSettingException(
                        Failure.of("read " + resource, there(values.keySet())).at(dir().file(file))));
    }

    @Override
    public MiscStats stats() {
        // In this order no peak is below what is in use now.
        Map<String, Long> current = usage().all();
        GroupSnapshot files = new GroupSnapshot(dir());
        Optional<FlatKeyed> peak = files.findFlatKeyed("misc.peak");
        Optional<FlatKeyed> events = files.findFlatKeyed("misc.events");
        Map<String, MiscUsage> usage = new LinkedHashMap<>();
        current.forEach((resource, number) ->
                usage.put(resource, new MiscUsage(number, find(peak, resource), find(events, resource + ".max"))));
        return files.of(new MiscStats(usage));
    }

    private static OptionalLong find(Optional<FlatKeyed> file, String key) {
        return file.map(values -> values.find(key)).orElse(OptionalLong.empty());
    }
}
