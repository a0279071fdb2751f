package io.cgroups.systemd;

/** Which systemd is asked: a host has one, and each user that is logged in has another, which may do less. */
public enum ServiceManager {
    /** That of the host, over the system bus. Takes orders from root, and from whom polkit lets. */
    SYSTEM,
    /** That of the calling user, over the user's bus. It delegates the controllers that it was given itself. */
    USER
}
