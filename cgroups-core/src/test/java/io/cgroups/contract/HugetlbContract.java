package io.cgroups.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cgroups.Cgroup;
import io.cgroups.Controller;
import io.cgroups.InvalidValueException;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.hugetlb.HugePageSize;
import io.cgroups.hugetlb.HugetlbSpec;
import io.cgroups.hugetlb.HugetlbStats;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the hugetlb controller does on every kernel that has one, whatever hierarchy it is on. */
public abstract class HugetlbContract {
    private static final HugePageSize NO_SUCH_SIZE = new HugePageSize(1024);

    private final TestHost host;
    private Cgroup box;

    protected HugetlbContract(TestHost host) {
        this.host = host;
    }

    @BeforeEach
    void makeGroup() {
        host.assumeHas(Controller.HUGETLB);
        box = host.cgroups().create(host.newName(), Controller.HUGETLB);
    }

    @AfterEach
    void cleanUp() {
        host.cleanUp();
    }

    private static Limit<DataSize> pages(HugePageSize page, long number) {
        return Limit.of(DataSize.ofBytes(number * page.bytes()));
    }

    @Test
    void aNewGroupHasNoLimitsForAnyPageSize() {
        assertThat(box.hugetlb().pageSizes()).isNotEmpty().isSorted();
        for (HugePageSize page : box.hugetlb().pageSizes()) {
            assertThat(box.hugetlb().max(page)).as("%s", page).isEqualTo(Limit.unlimited());
            assertThat(box.hugetlb().usage(page)).as("%s", page).isEqualTo(DataSize.ofBytes(0));
        }
    }

    @Test
    void limitsOfAllPageSizesAreSetTogetherAndTakenAway() {
        HugetlbSpec.Builder spec = HugetlbSpec.builder();
        box.hugetlb().pageSizes().forEach(page -> spec.max(page, pages(page, 3)));
        box.hugetlb().apply(spec.build());
        for (HugePageSize page : box.hugetlb().pageSizes()) {
            assertThat(box.hugetlb().max(page)).as("%s", page).isEqualTo(pages(page, 3));
            box.hugetlb().max(page, Limit.unlimited());
            assertThat(box.hugetlb().max(page)).as("%s", page).isEqualTo(Limit.unlimited());
        }
    }

    @Test
    void reservationsHaveLimitsOfTheirOwn() {
        HugePageSize page = box.hugetlb().pageSizes().get(0);
        assumeTrue(
                box.hugetlb().stats().pages().get(page).reservation().isPresent(), "no reservations before Linux 5.7");

        box.hugetlb().reservationMax(page, pages(page, 2));
        assertThat(box.hugetlb().reservationMax(page)).isEqualTo(pages(page, 2));
        assertThat(box.hugetlb().max(page)).isEqualTo(Limit.unlimited());
    }

    @Test
    void theSmallestLimitOfTheGroupAndThoseAboveHolds() {
        HugePageSize page = box.hugetlb().pageSizes().get(0);
        box.hugetlb().max(page, pages(page, 2));
        Cgroup inner = box.child("inner", Controller.HUGETLB);
        assertThat(inner.hugetlb().effectiveMax(page)).isEqualTo(pages(page, 2));
        inner.hugetlb().max(page, pages(page, 1));
        assertThat(inner.hugetlb().effectiveMax(page)).isEqualTo(pages(page, 1));
        assertThat(inner.hugetlb().effectiveReservationMax(page)).isEqualTo(Limit.unlimited());
        assertThatThrownBy(() -> inner.hugetlb().effectiveMax(NO_SUCH_SIZE))
                .isInstanceOf(UnsupportedSettingException.class);
    }

    @Test
    void noPagesIsALimitToo() {
        HugePageSize page = box.hugetlb().pageSizes().get(0);
        box.hugetlb().max(page, pages(page, 0));
        assertThat(box.hugetlb().max(page)).isEqualTo(pages(page, 0));
    }

    @Test
    void statisticsAreByPageSize() {
        HugePageSize page = box.hugetlb().pageSizes().get(0);
        HugetlbStats stats = box.hugetlb().stats();
        assertThat(stats.pages().keySet())
                .containsExactlyElementsOf(box.hugetlb().pageSizes());
        assertThat(stats.pages().get(page).usage()).isEqualTo(DataSize.ofBytes(0));
        assertThat(stats.pages().get(page).failures()).hasValue(0);
        assertThat(stats.pages().get(page).nodes().values())
                .allSatisfy(size -> assertThat(size.bytes()).isZero());
    }

    @Test
    void aLimitThatIsNoWholeNumberOfPagesIsRefusedBeforeAnyWrite() {
        HugePageSize page = box.hugetlb().pageSizes().get(0);
        Limit<DataSize> crooked = Limit.of(DataSize.ofBytes(page.bytes() + 1));
        assertThatThrownBy(() -> box.hugetlb().max(page, crooked))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("multiple");
        assertThat(box.hugetlb().max(page)).isEqualTo(Limit.unlimited());
    }

    @Test
    void aPageSizeTheKernelLacksIsUnsupported() {
        assertThatThrownBy(() -> box.hugetlb().max(NO_SUCH_SIZE, pages(NO_SUCH_SIZE, 1)))
                .isInstanceOf(UnsupportedSettingException.class)
                .hasMessageContaining("1KB");
        assertThatThrownBy(() -> box.hugetlb().usage(NO_SUCH_SIZE)).isInstanceOf(UnsupportedSettingException.class);
    }
}
