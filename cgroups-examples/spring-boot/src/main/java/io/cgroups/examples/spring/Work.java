package io.cgroups.examples.spring;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Requests that need CPU time: how much longer they take is what the quota costs. */
@RestController
public class Work {
    private static final long LONGEST = 10_000;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    /**
     * What became of a request.
     *
     * @param cpuMillis the CPU time that it used
     * @param tookMillis the time that went by meanwhile
     */
    public record Done(long cpuMillis, long tookMillis) {}

    /**
     * Uses CPU time.
     *
     * @param cpuMillis how much, up to 10 seconds
     * @return what was used, and how long that took
     * @throws ResponseStatusException if it is negative or too much
     */
    @GetMapping("/work")
    public Done work(@RequestParam(defaultValue = "200") long cpuMillis) {
        if (cpuMillis < 0 || cpuMillis > LONGEST) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "cpuMillis is from 0 to " + LONGEST);
        }
        long begin = System.nanoTime();
        long beginCpu = threads.getCurrentThreadCpuTime();
        long used = 0;
        while (used < TimeUnit.MILLISECONDS.toNanos(cpuMillis)) {
            Thread.onSpinWait();
            used = threads.getCurrentThreadCpuTime() - beginCpu;
        }
        return new Done(TimeUnit.NANOSECONDS.toMillis(used), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
    }
}
