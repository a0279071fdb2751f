package io.cgroups.internal.linux;

import io.cgroups.Failure;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.spi.AttachedProgram;
import io.cgroups.spi.BpfInstruction;
import io.cgroups.spi.BpfProgram;
import io.cgroups.spi.CgroupPrograms;
import io.cgroups.spi.ProgramHook;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * Says in the library's own words that there is no way into the C library: JNA has no native part for the machine, or
 * cannot unpack it, as in a container whose temporary directory takes no programs.
 */
public final class LinkedPrograms implements CgroupPrograms {
    private final CgroupPrograms programs;

    /**
     * Guards programs.
     *
     * @param programs what calls the C library
     */
    public LinkedPrograms(CgroupPrograms programs) {
        this.programs = programs;
    }

    private static <T> T linked(Path group, Supplier<T> call) {
        try {
            return call.get();
        } catch (LinkageError e) {
            Failure failure = Failure.of(
                    "use BPF programs",
                    "the native part of JNA cannot be loaded (" + e.getMessage()
                            + "); see jna.tmpdir and jna.boot.library.path");
            UnsupportedSettingException unsupported = new UnsupportedSettingException(failure.at(group));
            unsupported.initCause(e);
            throw unsupported;
        }
    }

    private static void run(Path group, Runnable call) {
        linked(group, () -> {
            call.run();
            return true;
        });
    }

    @Override
    public List<AttachedProgram> attached(Path group, ProgramHook hook) {
        return linked(group, () -> programs.attached(group, hook));
    }

    @Override
    public List<BpfInstruction> instructions(Path group, AttachedProgram program) {
        return linked(group, () -> programs.instructions(group, program));
    }

    @Override
    public void attach(Path group, BpfProgram program) {
        run(group, () -> programs.attach(group, program));
    }

    @Override
    public void replace(Path group, AttachedProgram old, BpfProgram program) {
        run(group, () -> programs.replace(group, old, program));
    }

    @Override
    public void detach(Path group, ProgramHook hook, AttachedProgram program) {
        run(group, () -> programs.detach(group, hook, program));
    }
}
