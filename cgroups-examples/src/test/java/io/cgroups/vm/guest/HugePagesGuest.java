package io.cgroups.vm.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupBusyException;
import io.cgroups.Controller;
import io.cgroups.contract.LinuxHost;
import io.cgroups.contract.TestHost;
import io.cgroups.hugetlb.HugePageSize;
import io.cgroups.hugetlb.HugetlbStats;
import io.cgroups.unit.DataSize;
import io.cgroups.unit.Limit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members that really take huge pages meet the limits and are counted; the machine has eight pages. */
public class HugePagesGuest {
    private static final HugePageSize PAGE = HugePageSize.TWO_MB;
    private static final Path PAGES = Path.of("/dev/hugepages/cgroups-test");

    private final TestHost host = new LinuxHost();
    private final Cgroup box = host.cgroups().create(host.newName(), Controller.HUGETLB);

    @BeforeEach
    void allowTwoPages() {
        box.hugetlb().max(PAGE, pages(2));
    }

    @AfterEach
    void cleanUp() throws IOException {
        Files.deleteIfExists(PAGES);
        host.cleanUp();
    }

    private static Limit<DataSize> pages(long number) {
        return Limit.of(DataSize.ofBytes(number * PAGE.bytes()));
    }

    /** The shell joins the group when the line comes; then its child takes pages for a file. */
    private int take(long number) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", "read line; fallocate -l " + number * PAGE.bytes() + " " + PAGES)
                .redirectErrorStream(true)
                .start();
        box.attach(shell.pid());
        shell.getOutputStream().write('\n');
        shell.getOutputStream().flush();
        return shell.waitFor();
    }

    private HugetlbStats.Pages stats() {
        return Objects.requireNonNull(box.hugetlb().stats().pages().get(PAGE));
    }

    @Test
    void pagesWithinTheLimitAreTakenAndCounted() throws Exception {
        assertThat(take(2)).isZero();

        assertThat(box.hugetlb().usage(PAGE)).isEqualTo(DataSize.ofMebibytes(4));
        assertThat(stats().usage()).isEqualTo(DataSize.ofMebibytes(4));
        assertThat(stats().failures()).hasValue(0);
        assertThat(stats().nodes()).containsEntry(0, DataSize.ofMebibytes(4));
    }

    @Test
    void aPageOverTheLimitIsRefusedAndCounted() throws Exception {
        assertThat(take(3)).isNotZero();

        assertThat(stats().failures().orElseThrow()).isPositive();
        assertThat(stats().usage()).isLessThanOrEqualTo(DataSize.ofMebibytes(4));
    }

    @Test
    void aReservationOverItsLimitIsRefused() throws Exception {
        box.hugetlb().reservationMax(PAGE, pages(1));
        assertThat(take(2)).isNotZero();
        assertThat(stats().failures().orElse(0) + stats().reservationFailures().orElse(0))
                .isPositive();
    }

    @Test
    void aLimitBelowTheUsageIsRefusedForPagesCannotBeReclaimed() throws Exception {
        assertThat(take(2)).isZero();

        assertThatThrownBy(() -> box.hugetlb().max(PAGE, pages(1)))
                .isInstanceOf(CgroupBusyException.class)
                .hasMessageContaining("now 4 MiB");
        assertThat(box.hugetlb().max(PAGE)).isEqualTo(pages(2));
    }
}
