package io.cgroups.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may depend on whom, read from the compiled classes of all modules a user can see. */
class ArchitectureTest {
    private static final JavaClasses CORE = classesOf("cgroups-core");
    private static final JavaClasses ALL = classesOf("cgroups-core", "cgroups-v1", "cgroups-v2", "cgroups-examples");

    @Test
    void everySourceFileIsAnalysed() {
        for (String module : List.of("cgroups-core", "cgroups-v1", "cgroups-v2", "cgroups-examples")) {
            Path sources = Repository.root().resolve(module).resolve("src/main/java");
            JavaClasses compiled = classesOf(module);

            assertThat(Repository.javaFiles(sources))
                    .map(file -> sources.relativize(file).toString())
                    .filteredOn(file -> !file.endsWith("-info.java"))
                    .map(file -> file.replace(".java", "").replace('/', '.'))
                    .allSatisfy(
                            name -> assertThat(compiled.contain(name)).as(name).isTrue());
        }
    }

    @Test
    void onlyTheLinuxPackageKnowsJna() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.cgroups.internal.linux")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.sun.jna..")
                .allowEmptyShould(true)
                .check(ALL);
    }

    @Test
    void onlyTheSystemdPackageKnowsDbus() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.cgroups.internal.systemd")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.freedesktop.dbus..")
                .check(ALL);
    }

    /** So that everything else works without Micrometer. */
    @Test
    void onlyTheMetricsPackageKnowsMicrometer() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.cgroups.metrics")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.micrometer..")
                .check(CORE);
        noClasses()
                .that()
                .resideOutsideOfPackage("io.cgroups.metrics")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.cgroups.metrics..")
                .check(CORE);
    }

    @Test
    void v1NeverSeesV2() {
        noClasses()
                .that()
                .resideInAPackage("io.cgroups.v1..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.cgroups.v2..")
                .allowEmptyShould(true)
                .check(ALL);
    }

    @Test
    void v2NeverSeesV1() {
        noClasses()
                .that()
                .resideInAPackage("io.cgroups.v2..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.cgroups.v1..")
                .allowEmptyShould(true)
                .check(ALL);
    }

    @Test
    void coreNamesNoBackEnd() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.cgroups.v1..", "io.cgroups.v2..")
                .allowEmptyShould(true)
                .check(CORE);
    }

    @Test
    void signaturesShowNeitherGuavaNorJna() {
        classes()
                .that()
                .resideInAPackage("io.cgroups..")
                .and()
                .resideOutsideOfPackage("..internal..")
                .should(new HideInSignatures(
                        resideInAPackage("com.google.common..").or(resideInAPackage("com.sun.jna.."))))
                .allowEmptyShould(true)
                .check(ALL);
    }

    private static JavaClasses classesOf(String... modules) {
        return new ClassFileImporter()
                .importPaths(List.of(modules).stream()
                        .map(module -> Repository.root().resolve(module).resolve("target/classes"))
                        .toList());
    }
}
