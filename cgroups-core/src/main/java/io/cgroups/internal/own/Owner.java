package io.cgroups.internal.own;

/**
 * A process that owns groups, told from every other of this boot.
 *
 * @param pid its id in its pid namespace
 * @param start when it began, in ticks since the start of the machine as its time namespace counts them: an id is given again,
 *     but not at the same moment
 * @param space the namespaces that both numbers are from, for example {@code pid:[4026531836],time:[4026531834]}; elsewhere
 *     they mean nothing
 */
public record Owner(long pid, long start, String space) {

    /** Returns the process as messages name it. */
    @Override
    public String toString() {
        return "process " + pid;
    }
}
