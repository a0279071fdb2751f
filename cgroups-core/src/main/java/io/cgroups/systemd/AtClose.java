package io.cgroups.systemd;

/** What closing a {@link SystemdScope} does to the unit. */
public enum AtClose {
    /**
     * Stop it: systemd sends SIGTERM to every process in it, SIGKILL when that was not enough, and removes its groups and
     * those below.
     */
    STOP,
    /** Leave it as it is: systemd removes it when the last of its processes has ended. */
    LEAVE
}
