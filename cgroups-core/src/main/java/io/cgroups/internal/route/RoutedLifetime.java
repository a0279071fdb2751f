package io.cgroups.internal.route;

import io.cgroups.Cgroup;
import io.cgroups.spi.Deadline;
import io.cgroups.spi.GroupDir;
import java.time.Duration;
import java.util.List;

/** Stopping, killing, waiting for and removing a group in all its hierarchies; each call has one deadline. */
abstract class RoutedLifetime extends RoutedEvents {

    RoutedLifetime(Host host, List<GroupDir> dirs) {
        super(host, dirs);
    }

    private Deadline in(Duration limit) {
        return Deadline.in(host.files().clock(), limit);
    }

    @Override
    public Cgroup freeze(Duration limit) {
        freezer().freeze(limit);
        return this;
    }

    @Override
    public Cgroup thaw(Duration limit) {
        freezer().thaw(limit);
        return this;
    }

    @Override
    public Cgroup kill(Duration limit) {
        new Killing(host, dirs).kill(in(limit));
        return this;
    }

    @Override
    public boolean awaitEmpty(Duration limit) throws InterruptedException {
        Deadline deadline = in(limit);
        try (Populations populations = Populations.of(host, dirs)) {
            return populations.awaitEmpty(deadline);
        }
    }

    @Override
    public void delete(Duration limit) {
        new Deletion(host, dirs).delete(in(limit));
    }
}
