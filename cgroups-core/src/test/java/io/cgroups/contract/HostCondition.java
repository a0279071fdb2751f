package io.cgroups.contract;

import io.cgroups.CgroupException;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.Hierarchy;
import io.cgroups.HostLayout;
import java.nio.file.Files;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** The rule of {@link OnHost}. */
final class HostCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Hierarchy.Version[] versions = AnnotationSupport.findAnnotation(context.getElement(), OnHost.class)
                .map(OnHost::value)
                .orElseGet(() -> new Hierarchy.Version[0]);
        return decide(missing(versions), Boolean.parseBoolean(System.getenv("CI")), Boolean.getBoolean("host.skip"));
    }

    /**
     * Decides.
     *
     * @param missing what the host lacks, empty when nothing
     * @param ci whether this is a CI server
     * @param skip whether the absence is meant
     */
    static ConditionEvaluationResult decide(Optional<String> missing, boolean ci, boolean skip) {
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("root, and hierarchies");
        }
        if (ci && !skip) {
            throw new ExtensionConfigurationException("these tests must run on a CI server, but " + missing.get()
                    + "; -Dhost.skip=true leaves them out on purpose");
        }
        System.err.println("Left out, because " + missing.get() + ": tests on this kernel's own hierarchies");
        return ConditionEvaluationResult.disabled(missing.get());
    }

    private static Optional<String> missing(Hierarchy.Version... versions) {
        try {
            HostLayout layout = Cgroups.builder().build().layout();
            return versions.length == 0
                    ? unusable(layout.hierarchy(Controller.CPU), "the cpu controller")
                    : Stream.of(versions)
                            .flatMap(version -> missing(layout, version).stream())
                            .findFirst();
        } catch (CgroupException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static Optional<String> missing(HostLayout layout, Hierarchy.Version version) {
        Optional<Hierarchy> first = layout.hierarchies().stream()
                .filter(hierarchy -> hierarchy.version() == version)
                .filter(hierarchy -> version == Hierarchy.Version.V2 || hierarchy.has(Controller.CPU))
                .findFirst();
        return unusable(first, version == Hierarchy.Version.V1 ? "cpu on v1" : "v2");
    }

    private static Optional<String> unusable(Optional<Hierarchy> hierarchy, String of) {
        if (hierarchy.isEmpty()) {
            return Optional.of("no hierarchy of " + of + " is mounted");
        }
        return Files.isWritable(hierarchy.get().mountPoint())
                ? Optional.empty()
                : Optional.of("making groups in " + hierarchy.get().mountPoint() + " needs root");
    }
}
