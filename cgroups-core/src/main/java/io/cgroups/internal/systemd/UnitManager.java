package io.cgroups.internal.systemd;

import io.cgroups.CgroupTimeoutException;
import io.cgroups.SystemdException;
import java.util.List;

/** A connection to a systemd. Not safe for use by several threads. */
public interface UnitManager extends AutoCloseable {
    /** How systemd refuses a property it does not know. */
    String UNKNOWN_PROPERTY = "org.freedesktop.DBus.Error.PropertyReadOnly";

    /**
     * Starts a unit that is in no file, and waits until it has been started.
     *
     * @param unit its full name
     * @param properties what it is like
     * @throws SystemdException if systemd refuses, or fails
     * @throws CgroupTimeoutException if it takes too long; it may still happen
     */
    void start(String unit, List<UnitProperty> properties);

    /**
     * Starts a unit as {@link #start} does; where systemd does not know one of the properties, without all that are optional.
     *
     * @param unit its full name
     * @param properties what it is like
     */
    default void startAsKnown(String unit, List<UnitProperty> properties) {
        try {
            start(unit, properties);
        } catch (SystemdException e) {
            List<UnitProperty> required =
                    properties.stream().filter(property -> !property.optional()).toList();
            if (!e.error().equals(UNKNOWN_PROPERTY) || required.size() == properties.size()) {
                throw e;
            }
            start(unit, required);
        }
    }

    /**
     * Stops a unit, and waits until it has been stopped. One that is not there is no error.
     *
     * @param unit its full name
     * @throws SystemdException if systemd refuses, or fails
     * @throws CgroupTimeoutException if it takes too long; it may still happen
     */
    void stop(String unit);

    /**
     * The control group of a scope.
     *
     * @param unit its full name
     * @return the path from the root of the hierarchies, empty text when it has none (any more)
     * @throws SystemdException if systemd refuses
     */
    String controlGroup(String unit);

    @Override
    void close();
}
