package io.cgroups.v1;

import io.cgroups.spi.GroupContext;
import io.cgroups.spi.HugetlbDialect;
import io.cgroups.spi.HugetlbFacet;
import java.util.Optional;

/** The hugetlb controller of v1. */
final class V1Hugetlb extends HugetlbFacet {
    private static final HugetlbDialect NAMES = new HugetlbDialect(
            "limit_in_bytes",
            V1Sizes.UNLIMITED,
            "usage_in_bytes",
            Optional.of("max_usage_in_bytes"),
            Optional.of("failcnt"),
            Optional.empty());

    V1Hugetlb(GroupContext group) {
        super(group, NAMES);
    }
}
