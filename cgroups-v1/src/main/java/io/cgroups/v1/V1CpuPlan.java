package io.cgroups.v1;

import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import io.cgroups.cpu.CpuSpec;
import io.cgroups.cpu.WeightConversion;
import io.cgroups.spi.CpuClampFiles;
import io.cgroups.spi.GroupDir;
import io.cgroups.spi.KernelWrite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The order of the writes of a {@link CpuSpec} on v1.
 *
 * <p>The kernel checks each write against the state of that moment: quota against period must stay within what the group
 * above has and what those below have, the burst must not exceed the quota, and an idle group takes no shares.
 */
final class V1CpuPlan {
    private static final long UNLIMITED = -1;

    private final GroupDir dir;
    private final CpuSpec spec;
    private final List<KernelWrite> writes = new ArrayList<>();

    V1CpuPlan(GroupDir dir, CpuSpec spec) {
        this.dir = dir;
        this.spec = spec;
    }

    List<KernelWrite> writes() {
        bandwidth();
        portion();
        realTime();
        writes.addAll(CpuClampFiles.plan(dir, spec));
        return List.copyOf(writes);
    }

    private void bandwidth() {
        boolean lowersBurst = spec.burst().filter(this::isBelowPresentBurst).isPresent();
        if (lowersBurst) {
            addBurst();
        }
        if (spec.quota().isPresent() && spec.period().isPresent() && periodFirst()) {
            addPeriod();
            addQuota();
        } else {
            addQuota();
            addPeriod();
        }
        if (!lowersBurst) {
            addBurst();
        }
    }

    private boolean isBelowPresentBurst(Duration burst) {
        return burst.toNanos() / 1000 < dir.readNumber(V1Cpu.BURST);
    }

    /** Whether the state between both writes is the smaller share with the period written first. */
    private boolean periodFirst() {
        double oldQuota = asNumber(dir.readNumber(V1Cpu.QUOTA));
        double newQuota = asNumber(quota());
        double periodThenQuota = oldQuota / period();
        double quotaThenPeriod = newQuota / dir.readNumber(V1Cpu.PERIOD);
        return periodThenQuota < quotaThenPeriod;
    }

    private static double asNumber(long quota) {
        return quota < 0 ? Double.POSITIVE_INFINITY : quota;
    }

    private long quota() {
        return spec.quota().orElseThrow().micros().value().orElse(UNLIMITED);
    }

    private long period() {
        return spec.period().orElseThrow().micros();
    }

    private void addQuota() {
        spec.quota().ifPresent(quota -> add(V1Cpu.QUOTA, quota()));
    }

    private void addPeriod() {
        spec.period().ifPresent(period -> add(V1Cpu.PERIOD, period()));
    }

    private void addBurst() {
        spec.burst().ifPresent(burst -> add(V1Cpu.BURST, burst.toNanos() / 1000));
    }

    private void add(String file, long number) {
        writes.add(KernelWrite.of(dir, file, Long.toString(number)).explainedBy(this::explain));
    }

    private void portion() {
        spec.idle().filter(idle -> !idle).ifPresent(idle -> add(V1Cpu.IDLE, 0));
        spec.shares()
                .or(() -> spec.weight().map(WeightConversion.OCI::toShares))
                .ifPresent(shares -> writes.add(KernelWrite.of(dir, V1Cpu.SHARES, shares.toString())
                        .explainedBy(
                                refusal -> Optional.of("an idle group takes no shares; set cpu.idle to 0 first"))));
        spec.idle().filter(idle -> idle).ifPresent(idle -> writes.add(makeIdle()));
    }

    /** The kernel forgets the shares of a group that becomes idle, so taking that back means to set them again. */
    private KernelWrite makeIdle() {
        KernelWrite write = KernelWrite.of(dir, V1Cpu.IDLE, "1").explainedBy(this::explain);
        return dir.read(V1Cpu.IDLE).equals("1")
                ? write
                : write.undoneBy(List.of(
                        KernelWrite.of(dir, V1Cpu.IDLE, "0"),
                        KernelWrite.of(dir, V1Cpu.SHARES, dir.read(V1Cpu.SHARES))));
    }

    /** The runtime must stay within the period: a smaller runtime goes first, a larger one last. */
    private void realTime() {
        Optional<Long> runtime = spec.rtRuntime()
                .map(limit -> limit.value().map(time -> time.toNanos() / 1000).orElse(UNLIMITED));
        Optional<Long> period = spec.rtPeriod().map(time -> time.toNanos() / 1000);
        boolean runtimeFirst = runtime.isPresent()
                && period.isPresent()
                && asNumber(runtime.get()) <= asNumber(dir.readNumber(V1Cpu.RT_RUNTIME));
        if (runtimeFirst) {
            add(V1Cpu.RT_RUNTIME, runtime.get());
        }
        period.ifPresent(micros -> add(V1Cpu.RT_PERIOD, micros));
        if (!runtimeFirst) {
            runtime.ifPresent(micros -> add(V1Cpu.RT_RUNTIME, micros));
        }
    }

    private Optional<String> explain(CgroupIoException refusal) {
        if (refusal.errno().filter(Errno.EINVAL::equals).isEmpty()) {
            return Optional.empty();
        }
        String above = dir.parent()
                .filter(parent -> parent.has(V1Cpu.QUOTA))
                .map(parent -> "; the group above has " + bandwidth(parent))
                .orElse("");
        String burst = dir.readIfPresent(V1Cpu.BURST)
                .map(micros -> ", burst " + micros + " us")
                .orElse("");
        return Optional.of(
                "quota and period are 1000 us or more, the period is at most 1000000 us, the burst at most the "
                        + "quota, and a group gets no larger share than the one above; this one has " + bandwidth(dir)
                        + burst
                        + above);
    }

    private static String bandwidth(GroupDir group) {
        return group.read(V1Cpu.QUOTA) + "/" + group.read(V1Cpu.PERIOD) + " us";
    }
}
