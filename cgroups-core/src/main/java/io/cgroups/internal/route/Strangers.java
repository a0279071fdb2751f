package io.cgroups.internal.route;

import io.cgroups.CgroupIoException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.OnClose;
import io.cgroups.spi.GroupDir;
import java.util.List;

/** Members of a group that was there before, without an owner: closing a scope must not kill or move them. */
final class Strangers {
    private Strangers() {}

    /** Refuses a group that has some, unless closing would leave them alone anyway. */
    static void refuse(Host host, GroupDir existing, OnClose onClose) {
        if (onClose == OnClose.FAIL_IF_BUSY) {
            return;
        }
        Occupants occupants = Occupants.of(host, List.of(existing));
        if (!occupants.members().isEmpty()) {
            throw CgroupIoException.of(
                    Failure.of("scope", existing.path(), Errno.EBUSY)
                            .withHint("it was there before, has no owner and has members " + occupants
                                    + ", which closing would " + (onClose == OnClose.KILL ? "kill" : "move")
                                    + "; use another name, or open it and empty it first"),
                    null);
        }
    }
}
