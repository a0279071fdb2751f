package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.hugetlb.HugePageSize;
import io.cgroups.hugetlb.HugetlbStats;
import io.cgroups.unit.DataSize;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the hugetlb controller does on v1 only. */
public abstract class V1HugetlbContract {
    private final TestHost host;
    private Cgroup box;
    private HugePageSize page;

    protected V1HugetlbContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeV1(Controller.HUGETLB);
        box = host.cgroups().create(host.newName(), Controller.HUGETLB);
        page = box.hugetlb().pageSizes().get(0);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void peakAndFailuresCanBeReset() {
        box.hugetlb().resetPeak(page).resetFailures(page);
        HugetlbStats.Pages stats =
                Optional.ofNullable(box.hugetlb().stats().pages().get(page)).orElseThrow();
        assertThat(stats.peak()).contains(DataSize.ofBytes(0));
        assertThat(stats.failures()).hasValue(0);
        if (stats.reservation().isPresent()) {
            assertThat(stats.reservationPeak()).contains(DataSize.ofBytes(0));
            assertThat(stats.reservationFailures()).hasValue(0);
        }
    }

    @Test
    void unlimitedIsTheLargestNumber() {
        assertThat(box.files(Controller.HUGETLB).read("hugetlb." + page + ".limit_in_bytes"))
                .startsWith("92233720");
    }
}
