package io.cgroups.spi;

import io.cgroups.CgroupIoException;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.hugetlb.HugePageSize;
import io.cgroups.hugetlb.HugetlbController;
import io.cgroups.hugetlb.HugetlbSpec;
import io.cgroups.hugetlb.HugetlbStats;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The hugetlb controller, which the versions only name differently. */
public abstract class HugetlbFacet extends DriverFacet<HugetlbSpec, HugetlbController> implements HugetlbController {
    private static final String RESERVATION = "rsvd.";

    private final HugetlbDialect names;
    private final Pattern limitFile;

    /**
     * Binds the facet to a group.
     *
     * @param group the group, which must have the hugetlb controller
     * @param names what the files are called
     */
    protected HugetlbFacet(GroupContext group, HugetlbDialect names) {
        super(group, Controller.HUGETLB);
        this.names = names;
        this.limitFile = Pattern.compile("^(?:hugetlb\\.)?(\\d+[KMG]B)\\." + Pattern.quote(names.max()) + "$");
    }

    @Override
    protected final HugetlbController self() {
        return this;
    }

    @Override
    public final List<KernelWrite> plan(HugetlbSpec spec) {
        List<KernelWrite> writes = new ArrayList<>();
        spec.max().forEach((page, limit) -> writes.add(write(page, "", limit)));
        spec.reservationMax().forEach((page, limit) -> writes.add(write(page, RESERVATION, limit)));
        return List.copyOf(writes);
    }

    private KernelWrite write(HugePageSize page, String kind, Limit<DataSize> limit) {
        String file = require(file(page, kind + names.max()), since(page, kind));
        String usage = file(page, kind + names.usage());
        return KernelWrite.of(dir(), file, KernelSizes.text(limit, names.unlimited()))
                .explainedBy(refusal -> explain(refusal, usage));
    }

    private Optional<String> explain(CgroupIoException refusal, String usage) {
        return switch (refusal.errno().orElse(Errno.UNKNOWN)) {
            case EBUSY ->
                Optional.of("the group uses more, now "
                        + KernelSizes.find(dir(), usage).map(DataSize::toString).orElse("unknown")
                        + ", and huge pages cannot be reclaimed; end members or choose a larger limit");
            case EINVAL ->
                dir().parent().isEmpty()
                        ? Optional.of("the root of the hierarchy takes no limit; use a group below it")
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static String file(HugePageSize page, String name) {
        return "hugetlb." + page + "." + name;
    }

    private static String since(HugePageSize page, String kind) {
        String pages = "huge pages of " + page + " and a group below the root";
        return kind.isEmpty() ? pages : pages + ", and Linux 5.7";
    }

    @Override
    public final List<HugePageSize> pageSizes() {
        List<HugePageSize> pages = dir().files().files(dir().path()).stream()
                .flatMap(name -> limitFile.matcher(name).results())
                .map(match -> HugePageSize.parse(match.group(1)))
                .sorted()
                .toList();
        if (pages.isEmpty()) {
            group().whyUnavailable(Controller.HUGETLB).ifPresent(reason -> {
                throw reason;
            });
        }
        return pages;
    }

    @Override
    public final Limit<DataSize> max(HugePageSize page) {
        return limit(page, "");
    }

    @Override
    public final Limit<DataSize> reservationMax(HugePageSize page) {
        return limit(page, RESERVATION);
    }

    private Limit<DataSize> limit(HugePageSize page, String kind) {
        String file = file(page, kind + names.max());
        return KernelSizes.limit(dir().file(file), readRequired(file, since(page, kind)), page.bytes());
    }

    @Override
    public final Limit<DataSize> effectiveMax(HugePageSize page) {
        return effectiveLimit(page, "");
    }

    @Override
    public final Limit<DataSize> effectiveReservationMax(HugePageSize page) {
        return effectiveLimit(page, RESERVATION);
    }

    /** Where no group has the file, reading the own one says what is missing. */
    private Limit<DataSize> effectiveLimit(HugePageSize page, String kind) {
        String file = file(page, kind + names.max());
        return dir()
                .upwards(at -> at.find(file).map(text -> KernelSizes.limit(at.file(file), text, page.bytes())))
                .stream()
                .reduce(Limit::smaller)
                .orElseGet(() -> limit(page, kind));
    }

    @Override
    public final DataSize usage(HugePageSize page) {
        String file = file(page, names.usage());
        return DataSize.ofBytes(KernelNumbers.parseCounter(dir().file(file), readRequired(file, since(page, ""))));
    }

    @Override
    public final HugetlbStats stats() {
        Map<HugePageSize, HugetlbStats.Pages> pages = new TreeMap<>();
        GroupSnapshot files = new GroupSnapshot(dir());
        pageSizes().forEach(page -> pages.put(page, stats(files, page)));
        return files.of(new HugetlbStats(pages));
    }

    private HugetlbStats.Pages stats(GroupSnapshot files, HugePageSize page) {
        return new HugetlbStats.Pages(
                usage(page),
                findSize(files, page, "", names.peak()),
                names.events().isPresent()
                        ? findEvents(files, page, names.events().get())
                        : findCount(files, page, "", names.failures()),
                findSize(files, page, RESERVATION, Optional.of(names.usage())),
                findSize(files, page, RESERVATION, names.peak()),
                findCount(files, page, RESERVATION, names.failures()),
                nodes(files, page));
    }

    private static Optional<DataSize> findSize(
            GroupSnapshot files, HugePageSize page, String kind, Optional<String> name) {
        return name.flatMap(present -> files.findSize(file(page, kind + present)));
    }

    private static OptionalLong findCount(GroupSnapshot files, HugePageSize page, String kind, Optional<String> name) {
        return name.map(present -> files.findCount(file(page, kind + present))).orElse(OptionalLong.empty());
    }

    private static OptionalLong findEvents(GroupSnapshot files, HugePageSize page, String name) {
        return files.findFlatKeyed(file(page, name))
                .map(events -> events.find("max"))
                .orElse(OptionalLong.empty());
    }

    /** Where a kernel counts the group alone beside the group with those below, the key of the latter comes with a prefix. */
    private Map<Integer, DataSize> nodes(GroupSnapshot files, HugePageSize page) {
        String file = file(page, "numa_stat");
        Map<Integer, DataSize> sizes = new TreeMap<>();
        files.find(file)
                .map(text -> NodeKeyed.parse(dir().file(file), text))
                .ifPresent(nodes ->
                        nodes.forEach((node, values) -> Optional.ofNullable(values.get("hierarchical_total"))
                                .or(() -> Optional.ofNullable(values.get("total")))
                                .ifPresent(bytes -> sizes.put(node, DataSize.ofBytes(bytes)))));
        return sizes;
    }

    @Override
    public final HugetlbController resetPeak(HugePageSize page) {
        return reset(page, names.peak(), "reset the peak of huge pages", "there is none; watch usage()");
    }

    @Override
    public final HugetlbController resetFailures(HugePageSize page) {
        return reset(
                page, names.failures(), "reset failures of huge pages", "they only grow; subtract an earlier number");
    }

    private HugetlbController reset(HugePageSize page, Optional<String> name, String operation, String hint) {
        String file = name.orElseThrow(() -> new UnsupportedSettingException(
                Failure.of(operation, "on this hierarchy " + hint).at(dir().path())));
        dir().write(require(file(page, file), since(page, "")), "0");
        String reservation = file(page, RESERVATION + file);
        if (dir().has(reservation)) {
            dir().write(reservation, "0");
        }
        return this;
    }
}
