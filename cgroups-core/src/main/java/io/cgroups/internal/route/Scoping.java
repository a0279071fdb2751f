package io.cgroups.internal.route;

import io.cgroups.Cgroup;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.CgroupPath;
import io.cgroups.Controller;
import io.cgroups.OnClose;
import io.cgroups.internal.own.Mark;
import io.cgroups.internal.own.Marks;
import io.cgroups.internal.own.Owners;
import io.cgroups.spi.GroupDir;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a group that this JVM owns.
 *
 * @param group the group
 * @param isMarked whether all its directories say so
 */
public record Scoping(Cgroup group, boolean isMarked) {
    private static final int TRIES = 3;

    /** Makes or adopts a group; see {@link io.cgroups.Cgroups#scoped}. */
    public static Scoping create(Host host, CgroupPath path, Set<Controller> controllers, OnClose onClose) {
        for (int attempt = 1; ; attempt++) {
            try {
                return createOnce(host, path, controllers, onClose);
            } catch (CgroupNotFoundException e) {
                // A group on the way was removed at this moment, as by a reaper.
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private static Scoping createOnce(Host host, CgroupPath path, Set<Controller> controllers, OnClose onClose) {
        Owners owners = new Owners(host.files());
        Optional<Marks> marks = Marks.of(host.files());
        if (marks.isEmpty() || owners.self().isEmpty()) {
            return new Scoping(RoutedCgroup.create(host, path, controllers, unmarked(host, onClose)), false);
        }
        Mark mark = Mark.of(owners.self().get(), Optional.of(onClose));
        Owned owned = new Owned(host, marks.get(), owners, mark, onClose);
        return new Scoping(RoutedCgroup.create(host, path, controllers, owned), owned.isMarked());
    }

    private static Ownership unmarked(Host host, OnClose onClose) {
        return new Ownership() {
            @Override
            public boolean make(GroupDir dir, boolean isWanted) {
                return host.files().createDirectory(dir.path());
            }

            @Override
            public void adopt(GroupDir existing) {
                Strangers.refuse(host, existing, onClose);
            }
        };
    }
}
