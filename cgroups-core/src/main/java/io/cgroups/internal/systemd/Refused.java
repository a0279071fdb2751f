package io.cgroups.internal.systemd;

import io.cgroups.Failure;
import io.cgroups.SystemdException;
import java.util.Map;

/** Makes the exception for a refusal of systemd, with what to do about it. */
final class Refused {
    static final String NO_SUCH_UNIT = "org.freedesktop.systemd1.NoSuchUnit";

    private static final String NOT_ALLOWED =
            "systemd of the host takes orders from root; ServiceManager.USER asks that of the calling user";
    private static final String NOT_THERE = "no systemd is on this bus";
    private static final Map<String, String> HINTS = Map.of(
            "org.freedesktop.systemd1.UnitExists",
            "choose another name, or none for a unique one",
            "org.freedesktop.DBus.Error.AccessDenied",
            NOT_ALLOWED,
            "org.freedesktop.DBus.Error.InteractiveAuthorizationRequired",
            NOT_ALLOWED,
            "org.freedesktop.DBus.Error.ServiceUnknown",
            NOT_THERE,
            "org.freedesktop.DBus.Error.NameHasNoOwner",
            NOT_THERE,
            UnitManager.UNKNOWN_PROPERTY,
            "this version of systemd has no such property of a scope");

    private Refused() {}

    /** A call was answered with an error. */
    static SystemdException call(String operation, String unit, String error, String words) {
        String hint = HINTS.getOrDefault(error, "");
        return new SystemdException(
                Failure.of(
                        operation + " " + unit,
                        (words.isEmpty() ? error : words) + (hint.isEmpty() ? "" : " " + "(" + hint + ")")),
                unit,
                error);
    }

    /** A job ended with another result than {@code done}. */
    static SystemdException job(String operation, String unit, String result) {
        return new SystemdException(
                Failure.of(
                        operation + " " + unit,
                        "the job ended with the result \"" + result + "\"; systemctl status " + unit + " tells more"),
                unit,
                result);
    }
}
