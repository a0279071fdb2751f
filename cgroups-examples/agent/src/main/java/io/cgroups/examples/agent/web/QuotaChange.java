package io.cgroups.examples.agent.web;

import io.cgroups.Cgroup;
import io.cgroups.CgroupException;
import io.cgroups.cpu.CpuController;
import io.cgroups.cpu.CpuQuota;
import io.cgroups.examples.agent.watch.Watch;
import java.io.IOException;
import java.util.Optional;

/** Gives a group another quota, see {@link Wish}. Its period stays. */
final class QuotaChange implements Route {
    private final Watch watch;
    private final Guard guard;

    QuotaChange(Watch watch, Guard guard) {
        this.watch = watch;
        this.guard = guard;
    }

    @Override
    public Answer answer(Question question) throws IOException {
        Optional<String> objection = guard.objectionToChange(question);
        if (objection.isPresent()) {
            return Answer.refusal(403, objection.get());
        }
        try {
            Optional<Wish> wish = Wish.parse(question.body());
            return wish.isPresent()
                    ? change(wish.get())
                    : Answer.refusal(400, "it takes {\"group\": name, \"cpus\": number or null}");
        } catch (IllegalArgumentException e) {
            return Answer.refusal(400, String.valueOf(e.getMessage()));
        } catch (CgroupException e) {
            return Answer.refusal(409, e.failure().message());
        }
    }

    private Answer change(Wish wish) {
        // Only a group that was seen: a name leads to nothing else.
        Optional<Cgroup> group = watch.group(wish.group());
        if (group.isEmpty()) {
            return Answer.refusal(404, "there is no such group; somebody removed it");
        }
        CpuController cpu = group.get().cpu();
        cpu.quota(wish.cpus().isPresent() ? quota(cpu, wish.cpus().getAsDouble()) : CpuQuota.unlimited());
        return Answer.of(Answer.TEXT, cpu.bandwidth() + "\n");
    }

    private static CpuQuota quota(CpuController cpu, double cpus) {
        return CpuQuota.ofMicros(Math.round(cpus * cpu.period().micros()));
    }
}
