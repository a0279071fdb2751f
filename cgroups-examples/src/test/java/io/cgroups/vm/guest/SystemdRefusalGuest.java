package io.cgroups.vm.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cgroups.CgroupTimeoutException;
import io.cgroups.CgroupsUnavailableException;
import io.cgroups.SystemdException;
import io.cgroups.internal.systemd.HostSystemd;
import io.cgroups.internal.systemd.UnitManager;
import io.cgroups.internal.systemd.UnitProperty;
import io.cgroups.systemd.ServiceManager;
import io.cgroups.systemd.SystemdScope;
import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes wrong says what it was; the machine is run by systemd. */
public class SystemdRefusalGuest {
    private final SystemdMachine machine = new SystemdMachine();

    @AfterEach
    void cleanUp() throws Exception {
        machine.cleanUp();
    }

    @Test
    void aNameThatIsTakenIsRefused() throws Exception {
        long pid = machine.idle().pid();
        try (SystemdScope first = SystemdScope.builder("taken").process(pid).start()) {
            SystemdException refusal = catchThrowableOfType(
                    SystemdException.class,
                    () -> SystemdScope.builder("taken").process(pid).start());

            assertThat(refusal.error()).isEqualTo("org.freedesktop.systemd1.UnitExists");
            assertThat(refusal.unit()).isEqualTo("taken.scope");
            assertThat(refusal).hasMessageContaining("choose another name");
            assertThat(first.group().children()).isNotEmpty();
        }
    }

    @Test
    void aProcessThatIsNotThereIsRefused() throws Exception {
        Process dead = machine.idle();
        dead.destroyForcibly().waitFor();

        assertThatThrownBy(
                        () -> SystemdScope.builder("dead").process(dead.pid()).start())
                .isInstanceOf(SystemdException.class)
                .hasMessageContaining("dead.scope");
        assertThat(SystemdMachine.property("dead.scope", "LoadState")).isEqualTo("not-found");
    }

    @Test
    void aPropertyThatSystemdDoesNotKnowIsLeftOutWhereItIsOptional() throws Exception {
        List<UnitProperty> properties =
                List.of(UnitProperty.of("PIDs", List.of(machine.idle().pid())), UnitProperty.of("FromTheFuture", true));
        try (UnitManager manager = connect()) {
            assertThat(catchThrowableOfType(
                                    SystemdException.class, () -> manager.startAsKnown("future.scope", properties))
                            .error())
                    .isEqualTo(UnitManager.UNKNOWN_PROPERTY);

            manager.startAsKnown(
                    "future.scope", List.of(properties.get(0), properties.get(1).ifKnown()));

            assertThat(manager.controlGroup("future.scope")).isEqualTo("/system.slice/future.scope");
            manager.stop("future.scope");
        }
    }

    @Test
    void stoppingWhatIsNotThereIsNoErrorAndLookingAtItIsOne() {
        try (UnitManager manager = connect()) {
            manager.stop("absent.scope");

            assertThatThrownBy(() -> manager.controlGroup("absent.scope")).isInstanceOf(SystemdException.class);
        }
    }

    @Test
    void aStopThatTakesTooLongIsATimeout() throws Exception {
        Process deaf = machine.deaf();
        List<UnitProperty> properties =
                List.of(UnitProperty.of("PIDs", List.of(deaf.pid())), UnitProperty.of("TimeoutStopUSec", 60_000_000));
        try (UnitManager manager = connect(Duration.ofSeconds(8))) {
            manager.start("deaf.scope", properties);

            assertThatThrownBy(() -> manager.stop("deaf.scope"))
                    .isInstanceOf(CgroupTimeoutException.class)
                    .hasMessageContaining("deaf.scope");
        }
    }

    @Test
    void withoutTheLibraryTheExceptionNamesWhatToAdd() throws Exception {
        assertThat(startWithout("dbus-java")).hasMessageContaining("com.github.hypfvieh:dbus-java-core");
        assertThat(startWithout("dbus-java-transport"))
                .hasMessageContaining("com.github.hypfvieh:dbus-java-transport-native-unixsocket");
    }

    /** What a program throws that has not such jars on its class path. */
    private static Throwable startWithout(String jars) throws Exception {
        URL[] classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().contains(jars))
                .map(SystemdRefusalGuest::url)
                .toArray(URL[]::new);
        try (URLClassLoader loader = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            Class<?> scope = loader.loadClass(SystemdScope.class.getName());
            Throwable thrown = catchThrowable(
                    () -> scope.getMethod("forThisJvm", String.class).invoke(null, "without"));
            assertThat(thrown).isInstanceOf(InvocationTargetException.class);
            assertThat(thrown.getCause().getClass().getName()).isEqualTo(CgroupsUnavailableException.class.getName());
            return thrown.getCause();
        }
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UnitManager connect() {
        return connect(Duration.ofSeconds(30));
    }

    private static UnitManager connect(Duration limit) {
        return new HostSystemd(Map.of()).connect(ServiceManager.SYSTEM, limit);
    }
}
