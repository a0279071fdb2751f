package io.cgroups.spi;

import io.cgroups.CgroupPath;
import java.util.List;
import java.util.Optional;

/**
 * The unit of systemd that a group belongs to, as its path tells: the last part that ends in {@code .service} or
 * {@code .scope}. What lies above it is systemd's own. Immutable.
 *
 * @param name for example {@code web.service}
 * @param path the group of the unit
 * @param ofUser whether it is a unit of a user's own systemd
 */
public record SystemdUnit(String name, CgroupPath path, boolean ofUser) {
    private static final String SERVICE = ".service";
    private static final String SCOPE = ".scope";

    /**
     * Finds the unit.
     *
     * @param group a group, from the root of its hierarchy
     * @return the unit, empty when systemd has nothing to do with the group
     */
    public static Optional<SystemdUnit> of(CgroupPath group) {
        List<String> parts = group.parts();
        for (int i = parts.size() - 1; i >= 0; i--) {
            String name = parts.get(i);
            if (name.endsWith(SERVICE) || name.endsWith(SCOPE)) {
                CgroupPath path = CgroupPath.ofKernel("/" + String.join("/", parts.subList(0, i + 1)));
                boolean ofUser = parts.subList(0, i).stream().anyMatch(SystemdUnit::isUserManager);
                return Optional.of(new SystemdUnit(name, path, ofUser));
            }
        }
        return Optional.empty();
    }

    private static boolean isUserManager(String name) {
        return name.startsWith("user@") && name.endsWith(SERVICE);
    }

    /**
     * What makes systemd give the group of the unit, and its controllers, to the user that it runs as.
     *
     * @return a sentence without a full stop
     */
    public String howToDelegate() {
        if (name.endsWith(SCOPE)) {
            return "start the program in a scope of its own that systemd delegates: systemd-run --user --scope"
                    + " -p Delegate=yes COMMAND";
        }
        return "let systemd delegate it: add Delegate=yes to the section [Service] of " + name + " (systemctl "
                + (ofUser ? "--user " : "") + "edit " + name + ") and restart it";
    }
}
