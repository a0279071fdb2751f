package io.cgroups.v1;

import java.lang.reflect.Proxy;
import java.util.function.BooleanSupplier;

/** A handle to a process of the in-memory kernel. */
interface FakeHandle {

    static ProcessHandle of(long pid, BooleanSupplier isAlive) {
        return (ProcessHandle) Proxy.newProxyInstance(
                FakeHandle.class.getClassLoader(),
                new Class<?>[] {ProcessHandle.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "pid" -> pid;
                    case "isAlive" -> isAlive.getAsBoolean();
                    case "toString" -> Long.toString(pid);
                    default -> throw new UnsupportedOperationException(method.toString());
                });
    }
}
