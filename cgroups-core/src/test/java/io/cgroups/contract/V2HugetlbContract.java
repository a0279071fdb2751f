package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.ControllerUnavailableException;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.hugetlb.HugePageSize;
import io.cgroups.hugetlb.HugetlbStats;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the hugetlb controller does on v2 only. */
public abstract class V2HugetlbContract {
    private final TestHost host;
    private Cgroup box;
    private HugePageSize page;

    protected V2HugetlbContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeV2(Controller.HUGETLB);
        box = host.cgroups().create(host.newName(), Controller.HUGETLB);
        page = box.hugetlb().pageSizes().get(0);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    @Test
    void unlimitedIsAWord() {
        String file = "hugetlb." + page + ".max";
        // Linux 6.18 shows the limit of a new group as a number until one has been written.
        assertThat(box.hugetlb().max(page)).isEqualTo(Limit.unlimited());
        box.hugetlb().max(page, Limit.of(DataSize.ofBytes(page.bytes())));
        assertThat(box.files(Controller.HUGETLB).read(file)).isEqualTo(Long.toString(page.bytes()));
        box.hugetlb().max(page, Limit.unlimited());
        assertThat(box.files(Controller.HUGETLB).read(file)).isEqualTo("max");
    }

    @Test
    void thereIsNoPeakAndNothingToReset() {
        HugetlbStats.Pages stats =
                Optional.ofNullable(box.hugetlb().stats().pages().get(page)).orElseThrow();
        assertThat(stats.peak()).isEmpty();
        assertThat(stats.reservationPeak()).isEmpty();
        assertThatThrownBy(() -> box.hugetlb().resetPeak(page))
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("usage()");
        assertThatThrownBy(() -> box.hugetlb().resetFailures(page))
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("subtract");
    }

    @Test
    void theRootHasNoLimits() {
        Cgroup root = host.root(Controller.HUGETLB);
        assertThat(root.hugetlb().pageSizes()).isEmpty();
        assertThatThrownBy(() -> root.hugetlb().max(page))
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("below the root");
    }

    @Test
    void aGroupWithoutTheControllerSaysSo() {
        Cgroup inner = host.cgroups().create(host.newName()).child("inner");
        assertThatThrownBy(() -> inner.hugetlb().pageSizes()).isInstanceOf(ControllerUnavailableException.class);
        assertThatThrownBy(() -> inner.hugetlb().usage(page)).isInstanceOf(ControllerUnavailableException.class);
        inner.hugetlb().max(page, Limit.of(DataSize.ofBytes(0)));
        assertThat(inner.hugetlb().pageSizes()).contains(page);
    }
}
