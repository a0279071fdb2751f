package io.cgroups.internal.own;

import io.cgroups.OnClose;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Says on the directory of a group whose it is.
 *
 * @param id tells it from all other marks, also of the same owner, so that whoever removes it knows that it was this one
 * @param owner who set it
 * @param onClose what is done with members when the group goes; empty for a group that was made on the way to another one,
 *     which goes only when it is empty
 */
public record Mark(String id, Owner owner, Optional<OnClose> onClose) {

    /**
     * A new mark.
     *
     * @param owner who sets it
     * @param onClose what is done with members
     * @return a mark with an id of its own
     */
    public static Mark of(Owner owner, Optional<OnClose> onClose) {
        String unique = Long.toHexString(ThreadLocalRandom.current().nextLong());
        return new Mark(owner.pid() + "-" + unique, owner, onClose);
    }

    /**
     * The mark of groups that are made on the way.
     *
     * @return a mark of the same id
     */
    public Mark onTheWay() {
        return new Mark(id, owner, Optional.empty());
    }
}
