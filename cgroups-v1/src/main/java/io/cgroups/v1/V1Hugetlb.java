package io.cgroups.v1;

import io.cgroups.CgroupIoException;
import io.cgroups.Controller;
import io.cgroups.Errno;
import io.cgroups.hugetlb.HugePageSize;
import io.cgroups.hugetlb.HugetlbController;
import io.cgroups.hugetlb.HugetlbSpec;
import io.cgroups.hugetlb.HugetlbStats;
import io.cgroups.spi.DriverFacet;
import io.cgroups.spi.GroupContext;
import io.cgroups.spi.KernelNumbers;
import io.cgroups.spi.KernelWrite;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The hugetlb controller of v1. */
final class V1Hugetlb extends DriverFacet<HugetlbSpec, HugetlbController> implements HugetlbController {
    private static final Pattern LIMIT_FILE = Pattern.compile("^(?:hugetlb\\.)?(\\d+[KMG]B)\\.limit_in_bytes$");
    private static final String RESERVATION = "rsvd.";
    private static final String LIMIT = "limit_in_bytes";
    private static final String USAGE = "usage_in_bytes";
    private static final String PEAK = "max_usage_in_bytes";
    private static final String FAILURES = "failcnt";

    V1Hugetlb(GroupContext group) {
        super(group, Controller.HUGETLB);
    }

    @Override
    protected HugetlbController self() {
        return this;
    }

    @Override
    public List<KernelWrite> plan(HugetlbSpec spec) {
        List<KernelWrite> writes = new ArrayList<>();
        spec.max().forEach((page, limit) -> writes.add(write(page, "", limit)));
        spec.reservationMax().forEach((page, limit) -> writes.add(write(page, RESERVATION, limit)));
        return List.copyOf(writes);
    }

    private KernelWrite write(HugePageSize page, String kind, Limit<DataSize> limit) {
        String file = require(file(page, kind + LIMIT), since(page, kind));
        String usage = file(page, kind + USAGE);
        return KernelWrite.of(dir(), file, V1Sizes.text(limit)).explainedBy(refusal -> explain(refusal, usage));
    }

    private Optional<String> explain(CgroupIoException refusal, String usage) {
        return switch (refusal.errno().orElse(Errno.UNKNOWN)) {
            case EBUSY ->
                Optional.of("the group uses more, now "
                        + V1Sizes.findSize(dir(), usage).map(DataSize::toString).orElse("unknown")
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
        String pages = "huge pages of " + page;
        return kind.isEmpty() ? pages : pages + " and Linux 5.7";
    }

    @Override
    public List<HugePageSize> pageSizes() {
        return dir().files().files(dir().path()).stream()
                .flatMap(name -> LIMIT_FILE.matcher(name).results())
                .map(match -> HugePageSize.parse(match.group(1)))
                .sorted()
                .toList();
    }

    @Override
    public Limit<DataSize> max(HugePageSize page) {
        return limit(page, "");
    }

    @Override
    public Limit<DataSize> reservationMax(HugePageSize page) {
        return limit(page, RESERVATION);
    }

    private Limit<DataSize> limit(HugePageSize page, String kind) {
        return V1Sizes.limit(number(page, kind, LIMIT), page.bytes());
    }

    private long number(HugePageSize page, String kind, String name) {
        String file = file(page, kind + name);
        return KernelNumbers.parseCounter(dir().file(file), readRequired(file, since(page, kind)));
    }

    @Override
    public DataSize usage(HugePageSize page) {
        return DataSize.ofBytes(number(page, "", USAGE));
    }

    @Override
    public HugetlbStats stats() {
        Map<HugePageSize, HugetlbStats.Pages> pages = new TreeMap<>();
        pageSizes().forEach(page -> pages.put(page, stats(page)));
        return new HugetlbStats(pages);
    }

    private HugetlbStats.Pages stats(HugePageSize page) {
        return new HugetlbStats.Pages(
                usage(page),
                V1Sizes.findSize(dir(), file(page, PEAK)),
                V1Sizes.findCount(dir(), file(page, FAILURES)),
                V1Sizes.findSize(dir(), file(page, RESERVATION + USAGE)),
                V1Sizes.findSize(dir(), file(page, RESERVATION + PEAK)),
                V1Sizes.findCount(dir(), file(page, RESERVATION + FAILURES)));
    }

    @Override
    public HugetlbController resetPeak(HugePageSize page) {
        dir().write(require(file(page, PEAK), since(page, "")), "0");
        V1Sizes.reset(dir(), file(page, RESERVATION + PEAK));
        return this;
    }

    @Override
    public HugetlbController resetFailures(HugePageSize page) {
        dir().write(require(file(page, FAILURES), since(page, "")), "0");
        V1Sizes.reset(dir(), file(page, RESERVATION + FAILURES));
        return this;
    }
}
