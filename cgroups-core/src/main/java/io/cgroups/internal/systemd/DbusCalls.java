package io.cgroups.internal.systemd;

import io.cgroups.CgroupTimeoutException;
import io.cgroups.Failure;
import io.cgroups.SystemdException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.messages.Error;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;

/** Calls of methods of systemd, each with a limit of time. */
final class DbusCalls {
    static final String SYSTEMD = "org.freedesktop.systemd1";

    private final DBusConnection bus;
    private final Duration limit;

    DbusCalls(DBusConnection bus, Duration limit) {
        this.bus = bus;
        this.limit = limit;
    }

    /** The outermost exception of the library says little. */
    static String words(Throwable exception) {
        Throwable innermost = exception;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost.getMessage() == null ? innermost.toString() : innermost.getMessage();
    }

    /**
     * Calls a method of systemd and waits for the answer.
     *
     * @throws SystemdException if the answer is an error
     * @throws CgroupTimeoutException if there is none
     */
    Message call(
            String operation,
            String unit,
            String path,
            String type,
            String method,
            String signature,
            Object... arguments) {
        try {
            MethodCall call = bus.getMessageFactory()
                    .createMethodCall(SYSTEMD, path, type, method, (byte) 0, signature, arguments);
            bus.sendMessage(call);
            Message reply = await(operation, unit, call);
            if (reply instanceof Error error) {
                throw Refused.call(operation, unit, error.getName(), text(error));
            }
            return reply;
        } catch (DBusException | DBusExecutionException e) {
            throw Refused.call(operation, unit, e.getClass().getName(), words(e));
        }
    }

    /** An interrupt does not shorten the wait and is kept for the caller. */
    private Message await(String operation, String unit, MethodCall call) {
        long deadline = System.nanoTime() + limit.toNanos();
        boolean interrupted = Thread.interrupted();
        try {
            while (!call.hasReply()) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw new CgroupTimeoutException(
                            Failure.of(operation + " " + unit, "systemd does not answer"), limit);
                }
                call.getReply(left);
                interrupted |= Thread.interrupted();
            }
            return call.getReply();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String text(Error error) throws DBusException {
        Object[] parameters = error.getParameters();
        return parameters == null
                ? ""
                : Arrays.stream(parameters).map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** The first value of an answer that has one. */
    static Object first(String unit, Message reply) {
        try {
            Object[] parameters = reply.getParameters();
            if (parameters != null && parameters.length > 0) {
                return parameters[0];
            }
            throw Refused.call("ask about the unit", unit, "empty", "the answer of systemd is empty");
        } catch (DBusException e) {
            throw Refused.call("ask about the unit", unit, e.getClass().getName(), words(e));
        }
    }

    void close() {
        bus.disconnect();
    }
}
