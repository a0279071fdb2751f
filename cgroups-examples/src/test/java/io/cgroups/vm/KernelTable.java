package io.cgroups.vm;

import io.cgroups.Setting;
import io.cgroups.contract.KernelContract;
import io.cgroups.contract.RealKernelContract;
import io.cgroups.contract.V1Contract;
import io.cgroups.contract.V2Contract;
import io.cgroups.guest.TestOutcome.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;

/** Writes the page that says what was tested on which kernel, from the reports of a whole test run. */
final class KernelTable {
    private final List<KernelColumn> columns;
    private final StringBuilder page = new StringBuilder();

    private KernelTable(List<KernelColumn> columns) {
        this.columns = columns;
    }

    /**
     * Writes the page.
     *
     * @param arguments the directory of the project, and the file to write
     */
    public static void main(String[] arguments) throws IOException {
        List<KernelColumn> columns = new KernelReports(Path.of(arguments[0])).columns();
        Files.writeString(Path.of(arguments[1]), of(columns));
    }

    /** The page; refuses to make one of a run in which a test failed. */
    static String of(List<KernelColumn> columns) {
        columns.forEach(column -> column.tests().stream()
                .filter(test -> test.outcome() == Outcome.FAILED)
                .findFirst()
                .ifPresent(test -> {
                    throw new IllegalStateException("failed on " + column.kernel() + ": " + test);
                }));
        return new KernelTable(columns).write();
    }

    private String write() {
        page.append("""
                # What is tested on which kernel

                Made by `cgroups-examples/src/test/vm/kernel-table` from the reports of `mvn verify`; do not edit. The columns:

                """);
        columns.forEach(column -> page.append("- **" + column.title() + "**: " + column.kernel() + "\n"));
        page.append("""

                ## Tests

                How many tests passed. A number after a minus is how many were left out, because the controller is not there or
                is on a hierarchy of the other version. No test failed. A part of a contract runs on every kernel, the other
                classes where only that kernel can show something.

                """);
        for (Class<?> suite :
                List.of(KernelContract.class, RealKernelContract.class, V1Contract.class, V2Contract.class)) {
            Set<String> parts = Stream.of(suite.getDeclaredClasses())
                    .filter(part -> part.isAnnotationPresent(Nested.class))
                    .map(Class::getName)
                    .collect(Collectors.toCollection(TreeSet::new));
            table(suite.getSimpleName(), parts, KernelTable::partName, KernelColumn::count);
        }
        table("Other classes", others(), name -> name.substring(name.lastIndexOf('.') + 1), KernelColumn::count);
        page.append("""
                ## Settings

                Where a setting works, tests have read it and, where it can be set, set it through the library; where not, they
                have seen the exception that says why.

                """);
        table("Setting", settings(), name -> "`" + Setting.valueOf(name).call() + "`", KernelColumn::support);
        page.append("""
                ## Control files

                Which control files the tests have set or only read through the library.

                """);
        table("File", files(), name -> "`" + name + "`", KernelColumn::use);
        return page.toString().stripTrailing() + "\n";
    }

    private static String partName(String testClass) {
        return testClass.substring(testClass.indexOf('$') + 1);
    }

    private Set<String> others() {
        return columns.stream()
                .flatMap(column -> column.tests().stream())
                .map(test -> test.testClass())
                .filter(name -> !name.startsWith("io.cgroups.contract."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> files() {
        return columns.stream().flatMap(KernelColumn::files).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> settings() {
        return Stream.of(Setting.values()).map(Setting::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void table(
            String head, Set<String> rows, UnaryOperator<String> name, BiFunction<KernelColumn, String, String> cell) {
        page.append(columns.stream()
                .map(KernelColumn::title)
                .collect(Collectors.joining(" | ", "| " + head + " | ", " |\n")));
        page.append("|---".repeat(columns.size() + 1)).append("|\n");
        for (String row : rows) {
            page.append(columns.stream()
                    .map(column -> cell.apply(column, row))
                    .collect(Collectors.joining(" | ", "| " + name.apply(row) + " | ", " |\n")));
        }
        page.append('\n');
    }
}
