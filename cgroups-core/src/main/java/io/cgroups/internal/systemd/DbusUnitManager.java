package io.cgroups.internal.systemd;

import io.cgroups.CgroupTimeoutException;
import io.cgroups.CgroupsUnavailableException;
import io.cgroups.Failure;
import io.cgroups.SystemdException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.freedesktop.dbus.matchrules.DBusMatchRule;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.types.UInt64;
import org.freedesktop.dbus.types.Variant;

/** systemd, spoken to over a bus with single messages: no generated proxies, so no class of this library is seen by D-Bus. */
final class DbusUnitManager implements UnitManager {
    private static final String MANAGER_PATH = "/org/freedesktop/systemd1";
    private static final String MANAGER = DbusCalls.SYSTEMD + ".Manager";
    private static final String START = "start the unit";
    private static final String STOP = "stop the unit";
    private static final String DONE = "done";

    private final DbusCalls calls;
    private final JobResults jobs = new JobResults();
    private final Duration limit;

    private DbusUnitManager(String address, Duration limit) {
        // Listening from the start: a job may be over when the call that asked for it returns.
        this.calls = new DbusCalls(new BusConnection(address, jobRemoved(), jobs::removed).open(limit), limit);
        this.limit = limit;
    }

    /**
     * Connects.
     *
     * @param address of the bus
     * @param limit how long each call may take
     * @throws CgroupsUnavailableException if the bus refuses
     * @throws CgroupTimeoutException if it does not answer in time
     */
    static UnitManager connect(String address, Duration limit) {
        return new DbusUnitManager(address, limit);
    }

    private static DBusMatchRule jobRemoved() {
        return DBusMatchRuleBuilder.create()
                .withType("signal")
                .withPath(MANAGER_PATH)
                .withInterface(MANAGER)
                .withMember("JobRemoved")
                .build();
    }

    @Override
    public void start(String unit, List<UnitProperty> properties) {
        List<Object[]> pairs = properties.stream()
                .map(property -> new Object[] {property.name(), variant(property)})
                .toList();
        long deadline = deadline();
        Message reply = calls.call(
                START,
                unit,
                MANAGER_PATH,
                MANAGER,
                "StartTransientUnit",
                "ssa(sv)a(sa(sv))",
                unit,
                "fail",
                pairs,
                List.of());
        awaitJob(START, unit, reply, deadline);
    }

    private static Object[] variant(UnitProperty property) {
        Object value = property.value() instanceof Long number ? new UInt64(number) : property.value();
        return new Object[] {property.signature(), value};
    }

    @Override
    public void stop(String unit) {
        long deadline = deadline();
        try {
            Message reply = calls.call(STOP, unit, MANAGER_PATH, MANAGER, "StopUnit", "ss", unit, "replace");
            awaitJob(STOP, unit, reply, deadline);
        } catch (SystemdException e) {
            if (!e.error().equals(Refused.NO_SUCH_UNIT)) {
                throw e;
            }
        }
    }

    private long deadline() {
        return System.nanoTime() + limit.toNanos();
    }

    private void awaitJob(String operation, String unit, Message reply, long deadline) {
        JobResults.Job job = new JobResults.Job(reply.getSource(), String.valueOf(DbusCalls.first(unit, reply)));
        Optional<String> result = jobs.await(job, deadline);
        if (result.isEmpty()) {
            throw new CgroupTimeoutException(
                    Failure.of(
                            operation + " " + unit, "systemd is still at it; systemctl status " + unit + " tells more"),
                    limit);
        }
        if (!result.get().equals(DONE)) {
            throw Refused.job(operation, unit, result.get());
        }
    }

    @Override
    public String controlGroup(String unit) {
        String operation = "look at the unit";
        Message found = calls.call(operation, unit, MANAGER_PATH, MANAGER, "GetUnit", "s", unit);
        Message property = calls.call(
                operation,
                unit,
                String.valueOf(DbusCalls.first(unit, found)),
                "org.freedesktop.DBus.Properties",
                "Get",
                "ss",
                DbusCalls.SYSTEMD + ".Scope",
                "ControlGroup");
        Object value = DbusCalls.first(unit, property);
        return String.valueOf(value instanceof Variant<?> variant ? variant.getValue() : value);
    }

    @Override
    public void close() {
        calls.close();
    }
}
