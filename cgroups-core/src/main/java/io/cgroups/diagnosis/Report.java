package io.cgroups.diagnosis;

import io.cgroups.Controller;
import io.cgroups.Hierarchy.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A diagnosis in words: what there is, what works, and what to do about the rest, each thing said once. */
final class Report {
    private final Diagnosis diagnosis;
    private final List<String> lines = new ArrayList<>();
    private final Map<Obstacle, List<String>> affected = new LinkedHashMap<>();

    Report(Diagnosis diagnosis) {
        this.diagnosis = diagnosis;
    }

    String text() {
        lines.add("control groups: " + diagnosis.layout().kind() + ", as seen by " + diagnosis.user()
                + (diagnosis.inNamespace() ? ", of which this process sees a part (namespace or mount)" : ""));
        diagnosis.obstacles().forEach(obstacle -> affected(obstacle, "everything"));
        if (!diagnosis.hierarchies().isEmpty()) {
            lines.add("hierarchies and the group that names are relative to:");
            diagnosis.hierarchies().forEach(this::hierarchy);
        }
        if (!diagnosis.controllers().isEmpty()) {
            lines.add("controllers of groups that are made there:");
            diagnosis.controllers().forEach(this::controller);
        }
        if (!diagnosis.abilities().isEmpty()) {
            lines.add("abilities of groups that are made there:");
            diagnosis.abilities().forEach(this::ability);
        }
        advice();
        return String.join("\n", lines);
    }

    private void hierarchy(HierarchyDiagnosis one) {
        String own = one.own()
                .filter(group -> !group.equals(one.base()))
                .map(group -> ", this process is in " + group)
                .orElse("");
        lines.add("  %-4s %s, base %s%s"
                .formatted(
                        yes(one.isUsable()),
                        one.hierarchy().mountPoint() + " ("
                                + one.hierarchy().version().name().toLowerCase(Locale.ROOT) + ")",
                        one.base(),
                        own));
        one.obstacle().ifPresent(obstacle -> affected(obstacle, ""));
    }

    private void controller(ControllerDiagnosis one) {
        String name = name(one.controller());
        line(name, one.isManageable(), one.obstacle());
    }

    /** Where the versions call it differently, both names: advice has that of the hierarchy at hand. */
    private static String name(Controller controller) {
        String first = controller.kernelName(Version.V1);
        String second = controller.kernelName(Version.V2);
        return first.equals(second) ? first : first + " (" + second + ")";
    }

    private void ability(AbilityDiagnosis one) {
        line(one.ability().name().toLowerCase(Locale.ROOT).replace('_', ' '), one.isThere(), one.obstacle());
    }

    private void line(String name, boolean works, Optional<Obstacle> obstacle) {
        lines.add("  %-4s %-12s %s"
                .formatted(yes(works), name, obstacle.map(Report::cause).orElse(""))
                .stripTrailing());
        obstacle.ifPresent(what -> affected(what, name));
    }

    private static String cause(Obstacle obstacle) {
        return obstacle.cause().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String yes(boolean works) {
        return works ? "yes" : "no";
    }

    private void affected(Obstacle obstacle, String what) {
        List<String> names = affected.computeIfAbsent(obstacle, key -> new ArrayList<>());
        if (!what.isEmpty()) {
            names.add(what);
        }
    }

    private void advice() {
        if (affected.isEmpty()) {
            lines.add("nothing stands in the way");
            return;
        }
        lines.add("what to do:");
        affected.forEach((obstacle, names) -> {
            lines.add("  " + (names.isEmpty() ? "" : "for " + String.join(", ", names) + ": ") + obstacle.reason());
            lines.add("    " + obstacle.advice());
        });
    }
}
