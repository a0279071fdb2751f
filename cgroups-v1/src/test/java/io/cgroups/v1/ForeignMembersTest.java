package io.cgroups.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cgroups.Cgroup;
import io.cgroups.CgroupBusyException;
import io.cgroups.CgroupTimeoutException;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.spi.KernelFiles;
import io.cgroups.testkit.InMemoryKernel;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A process of a foreign pid namespace that is listed as 0, as some kernels do, is neither named nor forgotten. */
class ForeignMembersTest {
    private final InMemoryKernel kernel = InMemoryKernel.v1();
    private final List<Long> killed = new ArrayList<>();
    private final long pid = kernel.startProcess();
    private final Cgroup box =
            Cgroups.builder().kernel(withForeignMember()).build().create("box", Controller.FREEZER);

    /** The kernel in memory, but the box has a member 0 as well. */
    private KernelFiles withForeignMember() {
        return (KernelFiles) Proxy.newProxyInstance(
                KernelFiles.class.getClassLoader(), new Class<?>[] {KernelFiles.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("kill")) {
                        killed.add((Long) arguments[0]);
                    }
                    Object answer = answer(method, arguments);
                    boolean isList = method.getName().equals("read")
                            && (((Path) arguments[0]).endsWith("box/cgroup.procs")
                                    || ((Path) arguments[0]).endsWith("box/tasks"));
                    return isList ? "0\n" + answer : answer;
                });
    }

    private Object answer(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(kernel, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Test
    void itHasNoId() {
        box.attach(pid);
        assertThat(box.processes()).containsExactly(pid);
        assertThat(box.threads()).containsExactly(pid);
    }

    @Test
    void itIsInTheWayOfDeletion() {
        assertThatThrownBy(box::delete)
                .isInstanceOf(CgroupBusyException.class)
                .hasMessageContaining("foreign pid namespace");
    }

    @Test
    void theOthersAreKilledAndItIsReported() {
        box.attach(pid);
        assertThatThrownBy(box::kill)
                .isInstanceOf(CgroupTimeoutException.class)
                .hasMessageContaining("still there: [] and processes of a foreign pid namespace");
        assertThat(killed).containsExactly(pid);
    }

    @Test
    void theOthersAreMovedAndItIsReported() {
        box.attach(pid);
        assertThatThrownBy(box::moveMembersToParent)
                .isInstanceOf(CgroupBusyException.class)
                .hasMessageContaining("foreign pid namespace");
        assertThat(box.processes()).isEmpty();
        assertThat(kernel.read(Path.of("/sys/fs/cgroup/freezer/cgroup.procs"))).contains(Long.toString(pid));
    }
}
