package io.cgroups.examples;

import io.cgroups.Cgroup;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Controller;
import io.cgroups.SelfMove;
import io.cgroups.cpu.CpuQuota;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The example itself: the same code on every machine. */
final class Throttling {
    private static final String NAME = "container";
    private static final int SECONDS = 5;

    private final Machine machine;
    private Optional<SelfMove> move = Optional.empty();
    private boolean ended;

    Throttling(Machine machine) {
        this.machine = machine;
    }

    void run() {
        // For ctrl-C: no group stays behind, whenever it comes.
        Runtime.getRuntime().addShutdownHook(new Thread(this::cleanUp, "clean-up"));
        try {
            Cgroup box = enterGroup();
            machine.burn();
            String first = measure(box);
            box.cpuQuota(50_000);
            String second = measure(box);
            cleanUp();
            say(first);
            say(second);
        } catch (CgroupNotFoundException e) {
            if (!interrupted()) {
                throw e;
            }
        } finally {
            cleanUp();
        }
    }

    /** Not while the hook cleans up: it would miss a group, or a member, that comes later. */
    private synchronized Cgroup enterGroup() {
        if (ended) {
            throw new IllegalStateException("the program ends already");
        }
        String name = unusedName();
        SelfMove entered = machine.cgroups().moveSelf(name, Controller.CPU, Controller.CPUACCT);
        move = Optional.of(entered);
        Cgroup box = entered.group();
        say("group " + name + " is " + box.files(Controller.CPU).directory());
        // Read once while there is no quota: what is loaded for that takes long under one, and would blur the first
        // figure.
        box.cpu().stats();
        // Many shares, so that other programs on a busy machine leave this one what its quota allows.
        return box.cpuShares(10_240).cpuQuota(20_000);
    }

    /** Whoever comes second waits here until the first is done, so that the JVM does not end half-way. */
    private synchronized void cleanUp() {
        if (ended) {
            return;
        }
        ended = true;
        machine.stop();
        move.ifPresent(SelfMove::close);
        System.out.flush();
    }

    private String unusedName() {
        try {
            machine.cgroups().open(NAME);
            String other = NAME + "-" + ProcessHandle.current().pid();
            say("a group called " + NAME + " is there already and stays untouched; this one is called " + other);
            return other;
        } catch (CgroupNotFoundException e) {
            return NAME;
        }
    }

    private String measure(Cgroup box) {
        CpuQuota quota = box.cpu().quota();
        // The period in which the quota was changed belongs to neither phase.
        machine.pass(Duration.ofMillis(200));
        Sample begin = Sample.of(box, machine::nanoTime);
        Sample last = begin;
        for (int second = 0; second < SECONDS; second++) {
            machine.pass(Duration.ofSeconds(1));
            Sample now = Sample.of(box, machine::nanoTime);
            double share = last.share(now);
            say(String.format(
                    Locale.ROOT,
                    "%-9s |%s| %5.1f %% of one CPU   periods %d   throttled %d",
                    quota,
                    Sample.bar(share),
                    share * 100,
                    now.stats().periods(),
                    now.stats().throttledPeriods()));
            last = now;
        }
        return String.format(
                Locale.ROOT,
                "quota %s: measured %.1f %% of one CPU, throttled %d of %d periods",
                box.cpu().bandwidth(),
                begin.share(last) * 100,
                begin.throttled(last),
                begin.periods(last));
    }

    /** Whether the hook has removed the group under this program's feet. */
    private synchronized boolean interrupted() {
        return ended;
    }

    private void say(String line) {
        System.out.println(machine.label() + line);
    }
}
