package io.cgroups.v2;

import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import io.cgroups.cpu.CpuBandwidth;
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
 * The order of the writes of a {@link CpuSpec} on v2.
 *
 * <p>The kernel checks each write against the state of that moment: the burst must not exceed the quota, and an idle group
 * takes no weight. Quota and period are one write, and a quota over that of the group above is taken, without effect.
 */
final class V2CpuPlan {
    private final GroupDir dir;
    private final CpuSpec spec;
    private final List<KernelWrite> writes = new ArrayList<>();

    V2CpuPlan(GroupDir dir, CpuSpec spec) {
        this.dir = dir;
        this.spec = spec;
    }

    List<KernelWrite> writes() {
        bandwidth();
        portion();
        writes.addAll(CpuClampFiles.plan(dir, spec));
        return List.copyOf(writes);
    }

    private void bandwidth() {
        boolean lowersBurst = spec.burst().filter(this::isBelowPresentBurst).isPresent();
        if (lowersBurst) {
            addBurst();
        }
        max().ifPresent(text -> writes.add(KernelWrite.of(dir, V2Cpu.MAX, text).explainedBy(this::explain)));
        if (!lowersBurst) {
            addBurst();
        }
    }

    /** A quota alone keeps the period; a period needs a quota before it, which is the present one. */
    private Optional<String> max() {
        return spec.period()
                .map(period ->
                        V2CpuMax.format(spec.quota().orElseGet(() -> present().quota()), period))
                .or(() -> spec.quota().map(V2CpuMax::format));
    }

    private CpuBandwidth present() {
        return V2CpuMax.parse(dir.file(V2Cpu.MAX), dir.read(V2Cpu.MAX));
    }

    private boolean isBelowPresentBurst(Duration burst) {
        return micros(burst) < dir.readNumber(V2Cpu.BURST);
    }

    private void addBurst() {
        spec.burst()
                .ifPresent(burst -> writes.add(KernelWrite.of(dir, V2Cpu.BURST, Long.toString(micros(burst)))
                        .explainedBy(this::explain)));
    }

    private static long micros(Duration time) {
        return time.toNanos() / 1000;
    }

    private void portion() {
        spec.idle().filter(idle -> !idle).ifPresent(idle -> writes.add(KernelWrite.of(dir, V2Cpu.IDLE, "0")));
        spec.weight()
                .or(() -> spec.shares().map(WeightConversion.OCI::toWeight))
                .ifPresent(weight -> addPortion(KernelWrite.of(dir, V2Cpu.WEIGHT, weight.toString())));
        spec.weightNice().ifPresent(nice -> addPortion(takenBackByWeight(KernelWrite.of(dir, V2Cpu.NICE, nice + ""))));
        spec.idle()
                .filter(idle -> idle)
                .ifPresent(idle -> writes.add(takenBackByWeight(KernelWrite.of(dir, V2Cpu.IDLE, "1"))));
    }

    private void addPortion(KernelWrite write) {
        writes.add(write.explainedBy(refusal -> refusal.errno()
                .filter(Errno.EINVAL::equals)
                .map(invalid -> "an idle group takes no weight; set cpu.idle to 0 first")));
    }

    /**
     * The kernel forgets the weight of a group that becomes idle, and shows only the nearest nice value, so taking either
     * back means to set the weight again. An idle group has none to set.
     */
    private KernelWrite takenBackByWeight(KernelWrite write) {
        if (dir.readIfPresent(V2Cpu.IDLE).filter("1"::equals).isPresent()) {
            return write;
        }
        KernelWrite weight = KernelWrite.of(dir, V2Cpu.WEIGHT, dir.read(V2Cpu.WEIGHT));
        return write.undoneBy(
                write.file().equals(V2Cpu.IDLE)
                        ? List.of(KernelWrite.of(dir, V2Cpu.IDLE, "0"), weight)
                        : List.of(weight));
    }

    private Optional<String> explain(CgroupIoException refusal) {
        if (refusal.errno().filter(Errno.EINVAL::equals).isEmpty()) {
            return Optional.empty();
        }
        String burst = dir.readIfPresent(V2Cpu.BURST)
                .map(micros -> ", burst " + micros + " us")
                .orElse("");
        return Optional.of(
                "the quota is 1000 us to 17592186044415 us, the period at most 1000000 us, and the burst at most "
                        + "the quota; this group has " + present() + burst);
    }
}
