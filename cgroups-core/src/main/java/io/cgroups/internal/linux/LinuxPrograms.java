package io.cgroups.internal.linux;

import com.sun.jna.Memory;
import io.cgroups.CgroupIoException;
import io.cgroups.CgroupNotFoundException;
import io.cgroups.Errno;
import io.cgroups.Failure;
import io.cgroups.UnsupportedSettingException;
import io.cgroups.spi.AttachedProgram;
import io.cgroups.spi.BpfInstruction;
import io.cgroups.spi.BpfProgram;
import io.cgroups.spi.CgroupPrograms;
import io.cgroups.spi.ProgramHook;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The BPF programs of the kernel this JVM runs on. The C library is loaded by the first call. */
public final class LinuxPrograms implements CgroupPrograms {
    private static final int ALLOW_MULTI = 2;
    private static final int REPLACE = 4;
    private static final int MOST_PROGRAMS = 64;
    private static final int COUNT_OFFSET = 24;

    /** Makes the gate. */
    public LinuxPrograms() {}

    @Override
    public List<AttachedProgram> attached(Path group, ProgramHook hook) {
        return BpfFile.ofGroup(group, file -> list(group, hook, file));
    }

    private static List<AttachedProgram> list(Path group, ProgramHook hook, BpfFile file) {
        try (Memory ids = BpfAttributes.zeros(Integer.BYTES * MOST_PROGRAMS);
                Memory query =
                        BpfAttributes.query(file.descriptor(), BpfCommand.attachType(hook), ids, MOST_PROGRAMS)) {
            file.call(BpfCommand.QUERY, query);
            return Arrays.stream(ids.getIntArray(0, query.getInt(COUNT_OFFSET)))
                    .boxed()
                    .flatMap(id -> find(group, id).stream())
                    .toList();
        }
    }

    /** Empty when it was taken away meanwhile. */
    private static Optional<AttachedProgram> find(Path group, int id) {
        try {
            return Optional.of(new AttachedProgram(id, BpfFile.ofProgram(group, id, BpfInfo::name)));
        } catch (CgroupNotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<BpfInstruction> instructions(Path group, AttachedProgram program) {
        return BpfFile.ofProgram(group, program.id(), BpfInfo::instructions)
                .orElseThrow(() -> new UnsupportedSettingException(Failure.of(
                                "read program " + program.id(),
                                "this kernel hides what programs consist of, as told by net.core.bpf_jit_harden"
                                        + " and kernel.kptr_restrict")
                        .at(group)));
    }

    @Override
    public void attach(Path group, BpfProgram program) {
        BpfLoader.load(group, program, loaded -> attach(group, program.hook(), loaded, ALLOW_MULTI, 0));
    }

    @Override
    public void replace(Path group, AttachedProgram old, BpfProgram program) {
        BpfLoader.load(
                group,
                program,
                loaded ->
                        BpfFile.ofProgram(group, old.id(), replaced -> swap(group, program.hook(), replaced, loaded)));
    }

    /** Before Linux 5.6 the new program joins the old one, and what both of them allow is always allowed. */
    private static int swap(Path group, ProgramHook hook, BpfFile old, BpfFile loaded) {
        try {
            return attach(group, hook, loaded, ALLOW_MULTI | REPLACE, old.descriptor());
        } catch (CgroupIoException e) {
            if (e.errno().filter(Errno.EINVAL::equals).isEmpty()) {
                throw e;
            }
            attach(group, hook, loaded, ALLOW_MULTI, 0);
            return detach(group, hook, old);
        }
    }

    private static int attach(Path group, ProgramHook hook, BpfFile program, int flags, int replaced) {
        return BpfFile.ofGroup(group, file -> {
            try (Memory attributes = BpfAttributes.attach(
                    file.descriptor(), program.descriptor(), BpfCommand.attachType(hook), flags, replaced)) {
                return file.call(BpfCommand.ATTACH, attributes);
            }
        });
    }

    @Override
    public void detach(Path group, ProgramHook hook, AttachedProgram program) {
        BpfFile.ofProgram(group, program.id(), file -> detach(group, hook, file));
    }

    private static int detach(Path group, ProgramHook hook, BpfFile program) {
        return BpfFile.ofGroup(group, file -> {
            try (Memory attributes =
                    BpfAttributes.attach(file.descriptor(), program.descriptor(), BpfCommand.attachType(hook), 0, 0)) {
                return file.call(BpfCommand.DETACH, attributes);
            }
        });
    }
}
