package io.cgroups.internal.own;

import java.util.Collection;

/** Whether an owner lives. */
public enum Life {
    /** It does. */
    ALIVE,
    /** It is of another namespace, or hidden: nobody here can tell. */
    UNKNOWN,
    /** It does not, and never will again. */
    DEAD;

    /**
     * What counts for a group with several marks: that one owner lives, then that one may live.
     *
     * @param all the answers, at least one
     * @return the first of them in this order
     */
    public static Life of(Collection<Life> all) {
        return all.stream().min(Life::compareTo).orElseThrow();
    }
}
