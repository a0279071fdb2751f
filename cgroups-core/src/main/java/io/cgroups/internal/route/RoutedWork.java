package io.cgroups.internal.route;

import io.cgroups.GroupTask;
import io.cgroups.internal.thread.GroupThreadFactory;
import io.cgroups.spi.GroupDir;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/** Programs that are started in a group, and threads of this JVM that work in one. */
abstract class RoutedWork extends RoutedMembers {

    RoutedWork(Host host, List<GroupDir> dirs) {
        super(host, dirs);
    }

    @Override
    public Process start(ProcessBuilder program) throws IOException {
        return host.files().start(program, new RoutedEntry(host, dirs, this::isFrozen));
    }

    @Override
    public ThreadFactory threadFactory(String namePrefix, Consumer<? super Thread> settings) {
        return new GroupThreadFactory(this::attachCurrentThread, namePrefix, settings);
    }

    @Override
    public <T, X extends Exception> T runIn(GroupTask<T, X> task) throws X {
        refuseFrozen("thread");
        return Visit.call(host, dirs, task);
    }
}
