package io.cgroups.vm;

import io.cgroups.guest.TestOutcome;
import io.cgroups.guest.TestReports;
import io.cgroups.vm.VirtualMachine.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what a whole test run has left below the target directories of the modules. */
final class KernelReports {
    private static final List<String> MODULES = List.of("cgroups-core", "cgroups-v1", "cgroups-v2", "cgroups-examples");

    private final Path project;

    KernelReports(Path project) {
        this.project = project;
    }

    /** The kernels: this host, the machines, and the in-memory kernel. */
    List<KernelColumn> columns() throws IOException {
        List<KernelColumn> columns = new ArrayList<>();
        columns.add(host());
        for (Layout layout : Layout.values()) {
            columns.add(machine(layout));
        }
        columns.add(inMemory("v1", "cgroups-v1", "InMemory.*ContractTest", "memory-legacy"));
        columns.add(inMemory("v2", "cgroups-v2", "InMemory.*ContractTest", "memory-unified"));
        columns.add(inMemory("hybrid", "cgroups-examples", "Hybrid.*ContractTest", "memory-hybrid"));
        return columns;
    }

    private KernelColumn host() throws IOException {
        List<Path> reports = new ArrayList<>();
        for (String module : MODULES) {
            reports.addAll(xml(
                    project.resolve(module).resolve("target/failsafe-reports"),
                    "(?!VirtualMachine|PrivateMounts).*IT"));
        }
        if (reports.isEmpty()) {
            throw new IOException("no reports of tests on this host: run mvn verify first");
        }
        String release = TestReports.property(reports.get(0), "os.version").orElse("unknown");
        return column("host", "the host, Linux " + release, outcomes(reports), notes("linux"));
    }

    private KernelColumn inMemory(String layout, String module, String pattern, String notes) throws IOException {
        List<Path> reports = xml(project.resolve(module).resolve("target/surefire-reports"), pattern);
        if (reports.isEmpty()) {
            throw new IOException("no reports of tests in memory in " + module + ": run mvn verify first");
        }
        return column("memory " + layout, "the in-memory kernel, " + layout, outcomes(reports), notes(notes));
    }

    private KernelColumn machine(Layout layout) throws IOException {
        String name = layout.name().toLowerCase(Locale.ROOT);
        Path out = newest(project.resolve("cgroups-examples/target/vm"), name)
                .orElseThrow(() ->
                        new IOException("no machine has run the contracts on " + name + ": run mvn verify first"));
        String release = Files.readString(out.resolve("kernel")).strip();
        return column(
                "VM " + name,
                "a machine with the layout " + name + ", Linux " + release,
                TestReports.read(out.resolve("reports")),
                Files.exists(out.resolve("noted/linux")) ? Files.readAllLines(out.resolve("noted/linux")) : List.of());
    }

    /** The last run that was not the one which is to fail. */
    private static Optional<Path> newest(Path directory, String layout) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> runs = Files.list(directory)) {
                runs.filter(run -> run.getFileName().toString().startsWith(layout + "-"))
                        .filter(run -> Files.exists(run.resolve("noted")) && Files.exists(run.resolve("exit")))
                        .forEach(found::add);
            }
        }
        Comparator<Path> byTime = Comparator.comparing(KernelReports::time);
        return found.stream().max(byTime);
    }

    private static FileTime time(Path run) {
        try {
            return Files.getLastModifiedTime(run.resolve("exit"));
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static List<Path> xml(Path directory, String testClass) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("TEST-(.*\\.)?" + testClass + "\\.xml"))
                    .sorted()
                    .toList();
        }
    }

    private static List<TestOutcome> outcomes(List<Path> reports) throws IOException {
        List<TestOutcome> outcomes = new ArrayList<>();
        for (Path report : reports) {
            outcomes.addAll(TestReports.readFile(report));
        }
        return outcomes;
    }

    private List<String> notes(String kind) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String module : MODULES) {
            Path file = project.resolve(module).resolve("target/noted").resolve(kind);
            if (Files.exists(file)) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines;
    }

    /** With one name for the files of all sizes of huge pages. */
    private static KernelColumn column(String title, String kernel, List<TestOutcome> tests, List<String> notes) {
        return new KernelColumn(
                title,
                kernel,
                tests,
                notes.stream()
                        .map(note -> note.replaceFirst("^([rw]) hugetlb\\.\\d+[KMG]B\\.", "$1 hugetlb.SIZE."))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
