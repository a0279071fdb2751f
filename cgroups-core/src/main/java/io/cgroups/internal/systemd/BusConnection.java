package io.cgroups.internal.systemd;

import com.google.common.util.concurrent.Uninterruptibles;
import io.cgroups.CgroupTimeoutException;
import io.cgroups.CgroupsUnavailableException;
import io.cgroups.Failure;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.connections.transports.TransportBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusSigHandler;
import org.freedesktop.dbus.matchrules.DBusMatchRule;
import org.freedesktop.dbus.messages.DBusSignal;
import org.jspecify.annotations.Nullable;

/**
 * Connects to a bus, on a thread of its own: an interrupt of the caller would close the socket, and the library waits without
 * a limit for a bus that takes the connection and says nothing.
 */
final class BusConnection {
    private static final String CONNECT = "connect to systemd";
    /** The library tries again twice a second until then; where no socket is, none will come. */
    private static final int ONE_ATTEMPT_MILLIS = 500;

    private final String address;
    private final DBusMatchRule rule;
    private final DBusSigHandler<DBusSignal> handler;
    private final AtomicReference<@Nullable DBusConnection> made = new AtomicReference<>();

    BusConnection(String address, DBusMatchRule rule, DBusSigHandler<DBusSignal> handler) {
        this.address = address;
        this.rule = rule;
        this.handler = handler;
    }

    /**
     * Connects, and listens to signals from then on. An interrupt is kept for the caller.
     *
     * @throws CgroupsUnavailableException if the bus refuses
     * @throws CgroupTimeoutException if it does not answer in time
     */
    DBusConnection open(Duration limit) {
        FutureTask<DBusConnection> task = new FutureTask<>(this::connect);
        Thread thread = new Thread(task, "cgroups-bus-connect");
        thread.setDaemon(true);
        thread.start();
        try {
            return Objects.requireNonNull(Uninterruptibles.getUninterruptibly(task, limit));
        } catch (ExecutionException e) {
            throw unavailable(Objects.requireNonNull(e.getCause()));
        } catch (TimeoutException e) {
            // The interrupt closes the socket, which ends the thread.
            task.cancel(true);
            closeMade();
            throw new CgroupTimeoutException(
                    Failure.of(CONNECT, "the bus " + address + " takes the connection and does not answer"), limit);
        }
    }

    private DBusConnection connect() throws DBusException {
        // Not shared with others in this JVM, who may close it.
        DBusConnection bus = DBusConnectionBuilder.forAddress(address)
                .withShared(false)
                .transportConfig()
                .withTimeout(ONE_ATTEMPT_MILLIS)
                .withServiceLoaderClassLoader(DBusConnection.class.getClassLoader())
                .back()
                .build();
        try {
            bus.addGenericSigHandler(rule, handler);
        } catch (DBusException | RuntimeException e) {
            bus.disconnect();
            throw e;
        }
        made.set(bus);
        if (Thread.currentThread().isInterrupted()) {
            // Nobody waits for it any more.
            closeMade();
        }
        return bus;
    }

    /** By whoever comes last: the one that stopped waiting, or the one that has connected in vain. */
    private void closeMade() {
        DBusConnection late = made.getAndSet(null);
        if (late != null) {
            late.disconnect();
        }
    }

    private CgroupsUnavailableException unavailable(Throwable cause) {
        String hint = TransportBuilder.getRegisteredBusTypes().contains("UNIX")
                ? "the bus " + address + " cannot be used: " + DbusCalls.words(cause)
                : "add com.github.hypfvieh:dbus-java-transport-native-unixsocket to the class path";
        CgroupsUnavailableException unavailable = new CgroupsUnavailableException(Failure.of(CONNECT, hint));
        unavailable.initCause(cause);
        return unavailable;
    }
}
