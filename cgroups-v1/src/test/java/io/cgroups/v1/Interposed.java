package io.cgroups.v1;

import io.cgroups.Cgroups;
import io.cgroups.spi.KernelFiles;
import io.cgroups.testkit.InMemoryKernel;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;

/** The in-memory kernel with somebody who looks at each call first, and may refuse it. */
interface Interposed {

    /** Called before the kernel is; throws to refuse in its place. */
    void before(String call, Path path, List<Object> arguments);

    /** The API on a kernel that is looked at like this. */
    static Cgroups on(InMemoryKernel kernel, Interposed who) {
        KernelFiles files = (KernelFiles) Proxy.newProxyInstance(
                KernelFiles.class.getClassLoader(), new Class<?>[] {KernelFiles.class}, (proxy, method, arguments) -> {
                    if (arguments != null && arguments[0] instanceof Path path) {
                        who.before(method.getName(), path, List.of(arguments));
                    }
                    try {
                        return method.invoke(kernel, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return Cgroups.builder().kernel(files).build();
    }
}
