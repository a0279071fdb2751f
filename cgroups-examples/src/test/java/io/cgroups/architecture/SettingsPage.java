package io.cgroups.architecture;

import io.cgroups.Hierarchy;
import io.cgroups.Setting;
import io.cgroups.spi.HierarchyDriver;
import io.cgroups.spi.HierarchyDriverProvider;
import io.cgroups.spi.SettingSource;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of docs/settings.md, from what the settings and the drivers say of themselves. */
final class SettingsPage {
    private static final String HEAD = """
            # Settings

            Made from the tables of the drivers by `SettingsPageTest`; do not edit, see the end of this page.

            Each group has a facet per controller (`box.memory()`), which reads, sets and takes statistics. What a hierarchy has no
            equivalent of throws `UnsupportedSettingException`, whose hint says what to use instead; here that stands in brackets.
            `box.capabilities()` says of each of these whether it works for a group on this host and, if not, why.

            A reading that takes several files is shown with the one that tells whether the kernel has it. *Since* names the kernel, first of v1 and then of v2 where they differ. *~ X* means that the value is converted by X.
            Settings marked † are none of the root of the hierarchy; those marked ‡ are of the root only.
            """;
    private static final String TAIL = """

            After a change of the tables: `mvn test -pl cgroups-examples -am -Dtest=SettingsPageTest -Dsettings.page=write
            -Dsurefire.failIfNoSpecifiedTests=false -DfailIfNoTests=false`.
            """;

    private final HierarchyDriver v1 = driver(Hierarchy.Version.V1);
    private final HierarchyDriver v2 = driver(Hierarchy.Version.V2);

    private static HierarchyDriver driver(Hierarchy.Version version) {
        Hierarchy hierarchy = new Hierarchy(
                version,
                Path.of("/sys/fs/cgroup"),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                false);
        return ServiceLoader.load(HierarchyDriverProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.version() == version)
                .findFirst()
                .orElseThrow()
                .driver(hierarchy);
    }

    String text() {
        StringBuilder page = new StringBuilder(HEAD);
        String facet = "";
        for (Setting setting : Setting.values()) {
            String its = setting.call().replaceFirst("\\(.*", "");
            if (!its.equals(facet)) {
                page.append("\n## " + its + "\n\n| setting | v1 | v2 | type | since |\n|---|---|---|---|---|\n");
                facet = its;
            }
            page.append(row(setting));
        }
        return page.append(TAIL).toString();
    }

    private String row(Setting setting) {
        SettingSource old = v1.source(setting);
        SettingSource unified = v2.source(setting);
        return "| `" + setting.call() + "` | " + cell(old) + " | " + cell(unified) + " | " + type(setting.type())
                + " | "
                + Stream.of(old, unified)
                        .flatMap(SettingsPage::since)
                        .distinct()
                        .collect(Collectors.joining("; "))
                + " |\n";
    }

    /** The type as code, and the words after it as text. */
    private static String type(String type) {
        int end = type.indexOf(' ');
        if (type.equals("void")) {
            return "";
        }
        return end < 0 ? "`" + type + "`" : "`" + type.substring(0, end) + "`" + type.substring(end);
    }

    private static String cell(SettingSource source) {
        if (source instanceof SettingSource.Files files) {
            String mark = switch (files.place()) {
                case ANYWHERE, IN_ROOT -> "";
                case BELOW_ROOT -> " †";
                case ROOT -> " ‡";
            };
            return files.names().stream().map(name -> "`" + name + "`").collect(Collectors.joining(" or "))
                    + files.conversion().map(" ~ "::concat).orElse("")
                    + mark;
        }
        if (source instanceof SettingSource.Program program) {
            return "BPF program `" + program.hook().kernelName() + "`";
        }
        return "(" + ((SettingSource.Nothing) source).instead() + ")";
    }

    private static Stream<String> since(SettingSource source) {
        if (source instanceof SettingSource.Program program) {
            return Stream.of(program.since());
        }
        return source instanceof SettingSource.Files files ? Stream.of(files.since()) : Stream.empty();
    }
}
