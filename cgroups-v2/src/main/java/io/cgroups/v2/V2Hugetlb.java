package io.cgroups.v2;

import io.cgroups.spi.GroupContext;
import io.cgroups.spi.HugetlbDialect;
import io.cgroups.spi.HugetlbFacet;
import io.cgroups.spi.KernelSizes;
import java.util.Optional;

/** The hugetlb controller of v2. */
final class V2Hugetlb extends HugetlbFacet {
    private static final HugetlbDialect NAMES = new HugetlbDialect(
            "max", KernelSizes.MAX, "current", Optional.empty(), Optional.empty(), Optional.of("events"));

    V2Hugetlb(GroupContext group) {
        super(group, NAMES);
    }
}
