package io.cgroups.internal.route;

import io.cgroups.internal.thread.GroupThreadFactory;
import io.cgroups.spi.GroupDir;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/** Threads of this JVM that work in a group. */
abstract class RoutedThreads extends RoutedMembers {

    RoutedThreads(Host host, List<GroupDir> dirs) {
        super(host, dirs);
    }

    @Override
    public ThreadFactory threadFactory(String namePrefix, Consumer<? super Thread> settings) {
        return new GroupThreadFactory(this::attachCurrentThread, namePrefix, settings);
    }

    @Override
    public <T> T runIn(Callable<T> task) throws Exception {
        return Visit.call(host, dirs, task);
    }
}
