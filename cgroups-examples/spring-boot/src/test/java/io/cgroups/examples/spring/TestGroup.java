package io.cgroups.examples.spring;

import io.cgroups.Cgroups;
import io.cgroups.OnClose;
import io.cgroups.ScopedCgroup;
import java.util.concurrent.atomic.AtomicInteger;

/** Groups of this host, which go with their members when they are closed. */
final class TestGroup {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestGroup() {}

    /** A group in every hierarchy, as that of a container is; without a quota. */
    static ScopedCgroup create() {
        String name = "cgroups-test-spring-" + ProcessHandle.current().pid() + "-" + COUNT.getAndIncrement();
        ScopedCgroup scope = Cgroups.system().scoped(name, OnClose.KILL);
        // Many shares, so that other programs on a busy machine leave it what its quota allows.
        scope.group().cpuShares(10_240).memoryMax(512L << 20);
        return scope;
    }
}
