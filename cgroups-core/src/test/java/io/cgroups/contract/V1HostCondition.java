package io.cgroups.contract;

import io.cgroups.CgroupException;
import io.cgroups.Cgroups;
import io.cgroups.Controller;
import io.cgroups.Hierarchy;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The rule of {@link OnV1Host}. */
final class V1HostCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return decide(missing(), Boolean.parseBoolean(System.getenv("CI")), Boolean.getBoolean("host.skip"));
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
            return ConditionEvaluationResult.enabled("root, and v1 hierarchies");
        }
        if (ci && !skip) {
            throw new ExtensionConfigurationException("these tests must run on a CI server, but " + missing.get()
                    + "; -Dhost.skip=true leaves them out on purpose");
        }
        System.err.println("Left out, because " + missing.get() + ": tests on this kernel's own v1 hierarchies");
        return ConditionEvaluationResult.disabled(missing.get());
    }

    private static Optional<String> missing() {
        try {
            Optional<Hierarchy> cpu = Cgroups.builder()
                    .build()
                    .layout()
                    .hierarchy(Controller.CPU)
                    .filter(hierarchy -> hierarchy.version() == Hierarchy.Version.V1);
            if (cpu.isEmpty()) {
                return Optional.of("no v1 hierarchy of cpu is mounted");
            }
            return Files.isWritable(cpu.get().mountPoint())
                    ? Optional.empty()
                    : Optional.of("making groups in " + cpu.get().mountPoint() + " needs root");
        } catch (CgroupException e) {
            return Optional.of(e.getMessage());
        }
    }
}
